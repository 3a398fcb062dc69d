"""Alerts and dashboard ask for figures that there are."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml
from prometheus_client.parser import text_string_to_metric_families

from tests.web.conftest import Browser

FOLDER = Path(__file__).parents[2] / "docs" / "monitoring"


async def test_every_figure_that_is_asked_for_is_there(browser: Browser) -> None:
    alerts = yaml.safe_load((FOLDER / "alerts.yaml").read_text())["groups"][0]["rules"]
    panels = json.loads((FOLDER / "grafana.json").read_text())["panels"]
    asked = [rule["expr"] for rule in alerts] + [each["expr"] for panel in panels for each in panel["targets"]]
    _, text = await browser.get("/metrics")
    there = {
        name
        for family in text_string_to_metric_families(text)
        for name in (family.name, f"{family.name}_total", f"{family.name}_bucket")
    }

    assert set(re.findall(r"(?:campanile|process)_\w+", " ".join(asked))) - there == set()
    assert len(alerts) == len({rule["alert"] for rule in alerts})
