"""Answer whoever looks after the process: does it turn, does it work, what has it counted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from itertools import accumulate

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from domain.figures import BOUNDS, Durations, Figure, FigureKind, Figures
from domain.log_subject import PROGRAMME
from domain.readiness import Readiness


def routes(readiness: Callable[[], Awaitable[Readiness]], figures: Callable[[], Awaitable[Figures]]) -> list[Route]:
    """Return the addresses of the process. `readiness` and `figures` look anew each time."""
    process = CollectorRegistry()
    ProcessCollector(registry=process)

    async def healthz(_: Request) -> Response:
        """Answer at all: the loop turns."""
        return PlainTextResponse("the loop turns\n")

    async def readyz(_: Request) -> Response:
        how = await readiness()
        return PlainTextResponse(str(how), 200 if how.good else 503)

    async def metrics(_: Request) -> Response:
        text = generate_latest(Counted(await figures())) + generate_latest(process)
        return Response(text, headers={"content-type": CONTENT_TYPE_LATEST})

    return [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics)]


class Counted(Collector):
    """What was counted elsewhere, as Prometheus reads it."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    def collect(self) -> Iterable[Metric]:
        families: dict[str, _Family] = {}
        for figure in self._figures:
            _add(families.setdefault(figure.name, _family(figure)), figure)
        return families.values()


_Family = CounterMetricFamily | GaugeMetricFamily | HistogramMetricFamily


def _family(figure: Figure) -> _Family:
    labels = [*filter(None, [PROGRAMME if figure.programme else "", figure.label])]
    match figure.kind:
        case FigureKind.HISTOGRAM:
            return HistogramMetricFamily(figure.name, figure.says, labels=labels)
        case FigureKind.COUNTER:
            return CounterMetricFamily(figure.name, figure.says, labels=labels)
    return GaugeMetricFamily(figure.name, figure.says, labels=labels)


def _add(family: _Family, figure: Figure) -> None:
    """Add the values of a figure; a label that it has not is not among the values either."""
    of = [figure.programme] if figure.programme else []
    if isinstance(family, HistogramMetricFamily):
        for value, durations in figure.durations.items():
            family.add_metric([*of, value] if figure.label else of, _buckets(durations), durations.total)
    else:
        for value, number in figure.values.items():
            family.add_metric([*of, value] if figure.label else of, number)


def _buckets(durations: Durations) -> list[tuple[str, float]]:
    """Return how many were at most as long as each bound."""
    return list(zip([*map(str, BOUNDS), "+Inf"], accumulate(durations.counts), strict=True))
