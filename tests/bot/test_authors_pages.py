"""What the authors' pages show is a programme that the check has nothing against."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.authoring import inspection
from domain import programmes
from tests.world import rome

DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_examples_of_the_authors_page_are_right(tmp_path: Path, language: str) -> None:
    shown = re.findall(r"```yaml\n(.*?)```", (DOCS / f"authors.{language}.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "answers").mkdir()
    files = (programmes.FILE, f"answers/{language}.yaml")
    for name, text in zip(files, shown, strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = inspection.findings(tmp_path, None, rome("2027-01-01 10:00"))
    assert [str(each) for each in found if each.error or each.file.name == programmes.FILE] == []
