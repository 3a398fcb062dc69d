"""Look through every file of a programme's folder for its authors: mistakes, and advice."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from answers import knowledge
from answers.evaluation import review
from answers.evaluation.review import Finding
from answers.knowledge import Knowledge
from bot.commands import limits
from domain import checking, languages, programmes
from domain.announcements import templates
from domain.files import yaml_file
from domain.files.yaml_file import ContentError
from domain.programmes import Programme
from messages import catalog, commands
from messages.actions.residents.questions import PickAnswer
from messages.catalog import Catalog

MOST_SHOWN = 8


def findings(directory: Path, year: int | None, now: datetime) -> list[Finding]:
    """Return all mistakes; only if there are none, the advice on the folder's own answers, which takes long.

    Raise `ContentError` if `programme.yaml` cannot be read at all.
    """
    programme, wrong = checking.look(directory)
    found = [_error(error) for error in wrong]
    if programme is not None:
        found += mistakes(programme, directory)
    if programme is None or wrong:
        return found
    if not catalog.load(programme).lacking(programme.language):  # without its words nothing can be measured
        found += limits.findings(programme, directory, year, now)
    if any(each.error for each in found):
        return found
    advice = review.check(programme, directory)
    return [*(each for each in advice if each.error or each.file.is_relative_to(directory)), *found]


def mistakes(programme: Programme, directory: Path) -> list[Finding]:
    return [
        *_knowledge(programme, directory),
        *_prepared(programme, directory),
        *_languages(programme, directory),
        *_commands(programme, directory),
        *_others(programme, directory),
    ]


def _error(error: ContentError) -> Finding:
    return Finding("error", error.file, error.line, f"{error.field} {error.problem}")


def _prepared(programme: Programme, directory: Path) -> Iterator[Finding]:
    try:
        wrong = templates.look(programme, directory)[1]
    except ContentError as error:
        wrong = [error]
    yield from map(_error, wrong)


def _languages(programme: Programme, directory: Path) -> Iterator[Finding]:
    """Find what the languages lack. The first lends its words to the others, so it must have all."""
    document = yaml_file.read(directory / programmes.FILE)
    known = catalog.load(programme)
    for index, language in enumerate(programme.languages):
        place = document.error(("languages", index), "")
        for grave, lack in _lacking(language, known, first=index == 0):
            problem = f'languages[{index + 1}] "{language}" {lack}'
            yield Finding("error" if grave else "warning", place.file, place.line, problem)


def _commands(programme: Programme, directory: Path) -> Iterator[Finding]:
    document = yaml_file.read(directory / programmes.FILE)
    yield from (_error(document.error(path, problem)) for path, problem in commands.mistakes(programme))


def _lacking(language: str, known: Catalog, *, first: bool) -> Iterator[tuple[bool, str]]:
    """Return what a language lacks, and whether that is an error: nobody's cry for help may go unheard."""
    folder = languages.FOLDER / language
    if language not in known.languages:
        yield True, f"has no words: {folder / languages.MESSAGES} is missing"
        return
    for name in languages.missing(language):
        yield name == languages.DANGER, f"lacks {folder / name}"
    if lacking := known.lacking(language):
        lends = "lends its words to the others and " if first else ""
        yield first, f"{lends}lacks {len(lacking)} messages: {_few(lacking)}"


def _knowledge(programme: Programme, directory: Path) -> Iterator[Finding]:
    wrong = knowledge.mistakes(programme, directory)
    yield from map(_error, wrong)
    if not wrong:
        yield from _long_ids(programme, knowledge.load(programme, directory))


def _long_ids(programme: Programme, known: Knowledge) -> Iterator[Finding]:
    """Find ids that are too long: a button carries the id and what it is about, and Telegram takes 64 bytes."""
    areas, bodies = ([each.id for each in every] for every in (programme.areas, programme.bodies))
    longest = {"event": _longest(areas), "area": _longest(areas), "body": _longest(bodies), "measure": "99"}
    for (language, id), (file, line) in known.places.items():
        entry = next(each for each in known.entries[language] if each.id == id)
        try:
            PickAnswer(id, longest.get(entry.about or "", ""), "", "").pack()
        except ValueError:
            problem = f'{id}: with "{longest[entry.about or ""]}" it is too long for a button of 64 bytes'
            yield Finding("error", file, line, problem)


def _longest(ids: Iterable[str]) -> str:
    return max(ids, key=len, default="")


def _others(programme: Programme, directory: Path) -> Iterator[Finding]:
    """Find files that nothing reads: a misspelt name, or a language that is not configured."""
    read = {directory / programmes.FILE, directory / templates.FILE}
    for language in programme.languages:
        read |= set(knowledge.files(directory, language))
    for folder, _, names in os.walk(directory):
        for name in sorted(names):
            file = Path(folder, name)
            if file.suffix.lower() in (".yaml", ".yml") and file not in read:
                yield from _unread(file)


def _unread(file: Path) -> Iterator[Finding]:
    try:
        yaml_file.read(file)
    except ContentError as error:
        yield _error(error)
    else:
        yield Finding("warning", file, 1, "the bot reads no file of this name: is it misspelt?")


def _few(names: list[str]) -> str:
    more = f" and {len(names) - MOST_SHOWN} more" if len(names) > MOST_SHOWN else ""
    return ", ".join(names[:MOST_SHOWN]) + more
