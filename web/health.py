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
        return [_family(figure) for figure in self._figures]


def _family(figure: Figure) -> Metric:
    labels = [figure.label] if figure.label else []
    if figure.kind is FigureKind.HISTOGRAM:
        family = HistogramMetricFamily(figure.name, figure.says, labels=labels)
        for value, durations in figure.durations.items():
            family.add_metric([value] if labels else [], _buckets(durations), durations.total)
        return family
    counter = figure.kind is FigureKind.COUNTER
    counted = (CounterMetricFamily if counter else GaugeMetricFamily)(figure.name, figure.says, labels=labels)
    for value, number in figure.values.items():
        counted.add_metric([value] if labels else [], number)
    return counted


def _buckets(durations: Durations) -> list[tuple[str, float]]:
    """Return how many were at most as long as each bound."""
    return list(zip([*map(str, BOUNDS), "+Inf"], accumulate(durations.counts), strict=True))
