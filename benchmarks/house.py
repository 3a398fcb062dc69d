"""Print how the code reads to a stranger, in figures: `python -m benchmarks.house`, or `make house`.

Counted is the product's own code, without tests, benchmarks and migrations. Exit code 1 if a figure is missed.
"""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = (
    "bot",
    "handlers",
    "web",
    "services",
    "scheduler",
    "delivery",
    "messages",
    "storage",
    "answers",
    "reading",
    "speech",
    "domain",
    "sandbox",
)
CLAUSE = re.compile(r"(What|Who|Whom|Whose|Whether|When|Where|How)\b")
STATEFUL = re.compile(r"(^|_)(state|kind|reason|status)$")
DOCUMENTED = {"_exit"}  # of os: private by its look alone


@dataclass(frozen=True)
class Source:
    """One file of the product."""

    path: Path
    tree: ast.Module
    lines: int

    @property
    def module(self) -> str:
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@dataclass(frozen=True)
class Figure:
    """A measure beside its limit; `examples` says where to look if it is missed."""

    name: str
    value: float
    limit: float
    examples: tuple[str, ...] = ()

    @property
    def met(self) -> bool:
        return self.value <= self.limit


def sources() -> list[Source]:
    """Return every file of the product, parsed."""
    files = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts)
    texts = [(path, path.read_text(encoding="utf-8")) for path in files]
    return [Source(path, ast.parse(text), text.count("\n")) for path, text in texts]


def figures(code: list[Source]) -> list[Figure]:
    """Return every figure, in the order in which they are printed."""
    lengths = sorted((_length(node), f"{each.module}.{node.name}") for each in code for node in _functions(each.tree))
    sizes = [length for length, _ in lengths]
    longest = tuple(f"{name} {length}" for length, name in lengths[:-6:-1])
    files = sorted(((each.lines, each.module) for each in code), reverse=True)
    folders = Counter(str(each.path.parent.relative_to(ROOT)) for each in code).most_common(5)
    docstrings = [(each.module, text) for each in code for text in _docstrings(each.tree)]
    clauses = tuple(f"{module}: {text[:50]}" for module, text in docstrings if CLAUSE.match(text))
    return [
        Figure("function length, 95th percentile", statistics.quantiles(sizes, n=100)[94], 25, longest),
        Figure("function length, longest", sizes[-1], 50, longest),
        Figure("lines of a file, most", files[0][0], 450, tuple(f"{name} {lines}" for lines, name in files[:3])),
        Figure("files in a folder, most", folders[0][1], 12, tuple(f"{name} {count}" for name, count in folders)),
        _counted("imports in a circle", _circles(code), 0),
        _counted("class names that stand twice", _homonyms(code), 2),
        _counted("renamed imports of our own", _renamed(code), 10),
        Figure("docstrings that begin with a clause, %", 100 * len(clauses) / len(docstrings), 2, clauses),
        _counted("private names of libraries", _private(code), 0),
        _counted("states, kinds and reasons as bare strings", _literals(code), 0),
    ]


def _counted(name: str, found: list[str], limit: int) -> Figure:
    return Figure(name, len(found), limit, tuple(found))


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, without the docstring."""
    first = function.body[0]
    text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if text else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def _docstrings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(node)
            if text:
                yield text


def _homonyms(code: list[Source]) -> list[str]:
    where = defaultdict(list)
    for each in code:
        for node in ast.walk(each.tree):
            if isinstance(node, ast.ClassDef):
                where[node.name].append(each.module)
    return [f"{name}: {', '.join(modules)}" for name, modules in sorted(where.items()) if len(set(modules)) > 1]


def _renamed(code: list[Source]) -> list[str]:
    return [
        f"{each.module}: {alias.name} as {alias.asname}"
        for each in code
        for node in ast.walk(each.tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if alias.asname not in (None, alias.name)
        and (getattr(node, "module", None) or alias.name).split(".")[0] in ROOMS
    ]


def _private(code: list[Source]) -> list[str]:
    """Attributes with a leading underscore that are neither an object's own nor this project's."""
    ours = {
        name
        for each in code
        for node in ast.walk(each.tree)
        for name in [getattr(node, "attr", None) or getattr(node, "name", None) or getattr(node, "id", None)]
        if isinstance(name, str)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        or isinstance(getattr(node, "ctx", None), ast.Store)
    }
    return [
        f"{each.module}:{node.lineno} .{node.attr}"
        for each in code
        for node in ast.walk(each.tree)
        if isinstance(node, ast.Attribute) and re.match(r"_[a-z]", node.attr) and node.attr not in ours | DOCUMENTED
    ]


def _literals(code: list[Source]) -> list[str]:
    """Strings that are compared with, or given to, something called state, kind, reason or status."""
    return [
        f"{each.module}:{text.lineno} {text.value!r}"
        for each in code
        if not each.module.startswith(("domain", "sandbox"))
        for node in ast.walk(each.tree)
        for text in _stateful(node)
    ]


def _stateful(node: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(node, ast.keyword) and node.arg and STATEFUL.search(node.arg):
        yield from _texts(node.value)
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        for left, right in pairwise(sides):
            for one, other in ((left, right), (right, left)):
                if STATEFUL.search(getattr(one, "attr", None) or getattr(one, "id", None) or ""):
                    yield from _texts(other)


def _texts(value: ast.expr) -> Iterator[ast.Constant]:
    for part in value.elts if isinstance(value, ast.Tuple | ast.List | ast.Set) else [value]:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part


def _circles(code: list[Source]) -> list[str]:
    """Modules that import each other when they are imported; imports for types alone do not count."""
    known = {each.module for each in code}
    graph = {each.module: set(_imported(each.tree, known)) for each in code}
    return sorted(module for module in graph if module in _reachable(graph, module))


def _imported(tree: ast.Module, known: set[str]) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in known else node.module


def _reachable(graph: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    left = list(graph[start])
    while left:
        module = left.pop()
        if module not in found:
            found.add(module)
            left += graph.get(module, ())
    return found


def main() -> None:
    """Print the figures; what is missed is listed below its line."""
    table = figures(sources())
    for each in table:
        print(f"{'ok  ' if each.met else 'MISS'} {each.name:<44} {each.value:>6.1f}  at most {each.limit:g}")
        for example in () if each.met else each.examples[:12]:
            print(f"       {example}")
    tests = _lines("tests/*.py") / _lines(*(f"{room}/*.py" for room in ROOMS))
    print(f"     lines of tests for a line of the product     {tests:>6.2f}")
    sys.exit(0 if all(each.met for each in table) else 1)


def _lines(*patterns: str) -> int:
    listed = subprocess.run(["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True)
    return sum((ROOT / name).read_text(encoding="utf-8").count("\n") for name in listed.stdout.split())


if __name__ == "__main__":
    main()
