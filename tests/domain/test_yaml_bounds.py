"""Whatever stands in a content file: it is read, or one plain sentence says what is wrong and where."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answers import knowledge
from bot.settings import WECARE
from domain import programmes
from domain.announcements import templates
from domain.files.yaml_file import ContentError, read

GOOD = (WECARE / "programme.yaml").read_text(encoding="utf-8")
KNOWN = programmes.load(WECARE)
LAUGHS = "\n".join(
    ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
)
MERGED = "a: &a {b: c}\nd:\n  <<: *a\n"


def _refused(file: Path) -> ContentError:
    began = time.perf_counter()
    with pytest.raises(ContentError) as caught:
        read(file)
    assert time.perf_counter() - began < 5
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 1000 + len(str(file))
    return caught.value


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (LAUGHS, 6, "a5 is more than a file may hold: 100000 values"),
        ("a: &a [*a]\n", 1, 'a[1] repeats "*a", of which it is a part itself'),
        ("a: &a\n  b: *a\n", 2, 'a.b repeats "*a", of which it is a part itself'),
        ("- &a\n  - &b\n    - *a\n", 3, "is a part itself"),
        ("a: *b\n", 1, 'a repeats "*b", which is not named above'),
        ("[" * 100_000, 1, "lies more than 20 levels deep"),
        ("{a: " * 100_000, 1, "lies more than 20 levels deep"),
        ("- " * 100_000, 1, "lies more than 20 levels deep"),
        ("? " * 100_000, 1, "has a name that is no plain word"),
        ("\n".join("  " * n + f"a{n}:" for n in range(1000)), 22, "lies more than 20 levels deep"),
        ("[" + "a," * 200_000 + "]", 1, "is more than a file may hold"),
        ("- a\n" * 200_000, 100_000, "is more than a file may hold"),
        ("a: " + "b" * 3_000_000, 1, "is larger than a content file may be: 2 MB"),
        ("# " + "x" * 3_000_000, 1, "is larger than a content file may be"),
        ("a: 1\nb: 2\n\0\n", 3, "holds a character that is no text (U+0000)"),
        ('a: "\\0"\n', 1, "a holds a character that is no text (U+0000)"),
        ('a: "\\e[2J"\n', 1, "no text (U+001B)"),
        ('"a\\0": b\n', 1, "no text (U+0000)"),
        ("a:\n\tb: c\n", 2, "is indented with a tab: use spaces"),
        ("a:\n  - b\n\t- c\n", 3, "is indented with a tab"),
        ("a: 1\nb: 2\na: 3\n", 3, "a is given twice"),
        ("a: {b: 1, b: 2}\n", 1, "a.b is given twice"),
        (MERGED, 3, 'd takes over another block with "<<"'),
        ("[a]: b\n", 1, "has a name that is no plain word"),
        ("? {a: b}\n: c\n", 1, "has a name that is no plain word"),
        ("'': b\n", 1, "has a value without a name"),
        ("a: b\n---\nc: d\n", 2, "holds a second document"),
        ("", 1, "is empty"),
        ("# only a remark\n", 1, "is empty"),
        ("a: 'b\n", 2, "is not valid YAML"),
        ("a: [b\n", 2, "is not valid YAML"),
        ("a: b: c\n", 1, "is not valid YAML"),
        ("a: @b\n", 1, "is not valid YAML"),
        ("%YAML 9.9\n---\na: b\n", 1, "is not valid YAML"),
    ],
)
def test_too_much_and_wrong_text_is_a_sentence(tmp_path: Path, text: str, line: int, words: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text, encoding="utf-8")
    error = _refused(file)

    assert words in str(error)
    assert error.line == line


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"a: caff\xe8\n", 1), (b"a: b\nc: \xff\n", 2), ("a: b".encode("utf-16"), 1), (b"\x80\x81", 1)],
)
def test_other_encodings_are_a_sentence(tmp_path: Path, content: bytes, line: int) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(content)
    error = _refused(file)

    assert "is not UTF-8 text: save it again as UTF-8" in str(error)
    assert error.line == line


def _a_loop(file: Path) -> None:
    file.symlink_to(file)


def _closed(file: Path) -> None:
    file.symlink_to("/proc/1/mem" if os.geteuid() else "/proc/self/task/0/none")


@pytest.mark.parametrize(
    ("put", "words"),
    [
        (Path.mkdir, "is not a file, but a folder or a device"),
        (os.mkfifo, "is not a file"),
        (lambda file: file.symlink_to("/dev/zero"), "is not a file"),
        (_a_loop, "cannot be read: Too many levels of symbolic links"),
        (lambda file: file.symlink_to(file.parent / "nowhere"), "cannot be read: No such file"),
        (_closed, "cannot be read"),
        (lambda file: None, "cannot be read: No such file"),
    ],
)
def test_what_is_no_file_is_a_sentence(tmp_path: Path, put: Callable[[Path], Any], words: str) -> None:
    file = tmp_path / "a.yaml"
    put(file)

    assert words in str(_refused(file))


@pytest.mark.parametrize("name", [templates.FILE, "answers/synonyms.it.yaml"])
def test_a_link_that_leads_nowhere_is_not_no_file(tmp_path: Path, name: str) -> None:
    for language in KNOWN.languages:
        (tmp_path / "answers").mkdir(exist_ok=True)
        (tmp_path / "answers" / f"{language}.yaml").symlink_to(WECARE / "answers" / f"{language}.yaml")
    (tmp_path / name).symlink_to("nowhere")
    kind: Any = templates if name == templates.FILE else knowledge
    with pytest.raises(ContentError, match="cannot be read"):
        kind.load(KNOWN, tmp_path)


def test_what_authors_may_do_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: &x [1, \xf0\x9f\x94\x94]\r\nb: *x\r\nc: *x\r\nd: &y 2027-10-15\r\ne: *y\r\n")
    known = read(file)

    assert known.data["b"] == known.data["c"] == ["1", "🔔"]
    assert known.data["e"] == "2027-10-15"
    assert known.lines["b",] == 2


@pytest.mark.parametrize(
    ("was", "wrong", "words"),
    [
        ("time_zone: Europe/Rome", "time_zone: ../../etc/passwd", "time_zone"),
        ("time_zone: Europe/Rome", "time_zone: Europe", "is not a known time zone"),
        ("time_zone: Europe/Rome", f"time_zone: {'a' * 9000}", "must not be longer than 128 characters"),
        ("- number: 2", f"- number: {'9' * 5000}", "measures[2].number is beyond what a number may be"),
        ("- number: 2", "- number: 1e999", "measures[2].number is beyond"),
        ("- number: 2", "- number: 0x10", "measures[2].number must be a whole number"),
        ("date: 10-23", "date: 02-29", "is not a day of every year"),
        ("date: 10-23", "date: 0001-01-01", "must lie between 2000 and 2100"),
        ("date: 10-23", "date: 9999-12-31", "must lie between 2000 and 2100"),
        ("date: 10-23", "date: 2027-02-29", "is not a day of the calendar"),
        ("date: 10-23", "date: 2027-10-23T18:00:00Z", "must be a day like"),
        ("date: 10-23", "date: ١٠-٢٣", "must be a day like"),
        ("name: Pinerolo", f"name: {'P' * 129}", "areas[2].name must not be longer than 128 characters"),
        ("name: Pinerolo", "name: ' '", "areas[2].name must not be empty"),
        ("name: Pinerolo", 'name: "\\u200b"', "areas[2].name must hold a letter"),
        ("address: via Podgora 22", f"address: {'v' * 129}", "must not be longer than 128 characters"),
        ("      it: Centro Sociale\n", f"      it: {'C' * 129}\n", "venues[2].name.it must not be longer"),
    ],
)
def test_values_have_their_bounds(tmp_path: Path, was: str, wrong: str, words: str) -> None:
    assert was in GOOD
    (tmp_path / "programme.yaml").write_text(GOOD.replace(was, wrong, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        programmes.load(tmp_path)

    assert words in str(caught.value)
    assert len(str(caught.value)) < 1000 + len(str(tmp_path))


SCALARS = st.one_of(
    st.sampled_from(["*a", "&a b", "<<", "!!int x", "|", ">-", "''", "~", "1e999", "2027-10-15", "{}", "[]", "-"]),
    st.text(max_size=12),
)
BLOCKS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda each: f"[{', '.join(each)}]"),
        st.dictionaries(SCALARS, inner, max_size=4).map(
            lambda each: "{" + ", ".join(f"{key}: {value}" for key, value in each.items()) + "}"
        ),
        st.tuples(st.sampled_from(["&a ", "&b "]), inner).map("".join),
    ),
    max_leaves=30,
)
LINES = st.lists(st.tuples(st.sampled_from(["", "  ", "    ", "\t", "- ", "  - "]), BLOCKS).map("".join), max_size=8)


@st.composite
def _spoilt(draw: st.DrawFn) -> bytes:
    """A good file with something else somewhere in it."""
    good = GOOD.encode()
    at, length = draw(st.integers(0, len(good))), draw(st.integers(0, 40))
    piece = draw(st.one_of(st.binary(max_size=12), BLOCKS.map(lambda text: text.encode(errors="replace"))))
    return good[:at] + piece + good[at + length :]


ANY = st.one_of(
    st.binary(max_size=200),
    LINES.map(lambda lines: "\n".join(lines).encode(errors="surrogatepass")),
    _spoilt(),
)
READERS: dict[str, Callable[[Path], Any]] = {
    "programme.yaml": programmes.load,
    templates.FILE: lambda folder: templates.load(KNOWN, folder),
    "answers/it.yaml": lambda folder: knowledge.load(KNOWN, folder),
}


@pytest.mark.parametrize("name", READERS)
@given(content=ANY)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_is_read_or_refused(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    with suppress(ContentError):
        READERS[name](tmp_path)


def test_what_is_refused_costs_no_memory(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(LAUGHS, encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _refused(file)

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000
