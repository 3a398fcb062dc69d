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
    """Return act, details and place of every call of a function `record`."""
    for room in ("handlers", "services", "scheduler", "bot"):
        for file in sorted((ROOT / room).rglob("*.py")):
            tree = ast.parse(file.read_text())
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "record":
                    yield from _acts(node, tree, f"{file.name}:{node.lineno}")


def _acts(call: ast.Call, file: ast.Module, where: str) -> Iterator[tuple[str, set[str], str]]:
    details = {keyword.arg or "**" for keyword in call.keywords} - {"name"}
    if "**" in details:
        return  # a `record` that hands on what it was given
    acts = {act for each in call.args for act in _texts(each)}
    if not acts and any(isinstance(each, ast.Name) and each.id == "act" for each in call.args):
        acts = {act for each in ast.walk(file) if isinstance(each, ast.Assign) for act in _assigned(each)}
    assert acts, f"{where}: name the act where it is recorded, so that it can be found"
    for act in acts:
        yield act, details, where


def _texts(value: ast.expr) -> list[str]:
    """Return the text, or both of "a" if ... else "b"."""
    if isinstance(value, ast.IfExp):
        return [*_texts(value.body), *_texts(value.orelse)]
    return [value.value] if isinstance(value, ast.Constant) and isinstance(value.value, str) else []


def _assigned(node: ast.Assign) -> list[str]:
    """Return what is assigned to `act`, alone or as the first of several."""
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        target, value = target.elts[0], value.elts[0]
    return _texts(value) if isinstance(target, ast.Name) and target.id == "act" else []


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
