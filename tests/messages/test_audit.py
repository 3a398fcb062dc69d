"""Every act that is recorded has a sentence in every language, with nothing in it that is not recorded."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from domain.languages import MESSAGES, having

ROOT = Path(__file__).parent.parent.parent
LANGUAGES = sorted(having(MESSAGES))


def _recorded() -> Iterator[tuple[str, set[str], str]]:
    """Act, details and place of every call of `context.record`, `desk.record` and `audit.record`."""
    for room in ("handlers", "scheduler", "bot"):
        for file in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "record":
                    yield from _acts(node, f"{file.name}:{node.lineno}")


def _acts(call: ast.Call, where: str) -> Iterator[tuple[str, set[str], str]]:
    details = {keyword.arg or "**" for keyword in call.keywords} - {"name"}
    if "**" in details:
        return  # `Context.record` itself, which hands on what it was given
    act = call.args[1 if ast.unparse(call.func) == "context.record" else 2]
    for each in (act.body, act.orelse) if isinstance(act, ast.IfExp) else (act,):
        assert isinstance(each, ast.Constant), f"{where}: name the act where it is recorded, so that it can be found"
        yield str(each.value), details, where


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:
        self.names.add(node.id.name)


def _sentences(language: str) -> dict[str, set[str]]:
    """The variables of every sentence, by act."""
    found: dict[str, set[str]] = {}
    for file in having(MESSAGES)[language].glob("*.ftl"):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, fluent.Message):
                variables = _Variables()
                variables.visit(entry)
                found[entry.id.name] = variables.names
    return found


def test_something_is_recorded() -> None:
    assert {"invited", "joined", "revoked"} <= {act for act, _, _ in _recorded()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_has_its_sentence(language: str) -> None:
    sentences = _sentences(language)
    for act, details, where in _recorded():
        assert f"audit-{act}" in sentences, f"{language} has no sentence audit-{act} ({where})"
        given = details | ({"rights"} if "role" in details else set())
        assert sentences[f"audit-{act}"] <= given, f"{language}/audit-{act} says more than {where} records"
