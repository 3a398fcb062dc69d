"""Read HTML as Telegram does (core.telegram.org/bots/api#html-style), with the texts of its refusals."""

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sandbox.api.entities import Entity, units
from sandbox.api.refusals import RefusedCall, bad

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "blockquote": "blockquote",
}
_TOKEN = re.compile(r"<|&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[^\s>]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_ATTRIBUTE = re.compile(r"\s*(?P<name>[^\s=\"'/>]+)(?:\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'>]+)))?")
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")


@dataclass(slots=True)
class _Open:
    name: str
    attributes: dict[str, str]
    start: int


@dataclass(slots=True)
class _Reader:
    source: str
    out: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def write(self, text: str) -> None:
        self.out.append(text)
        self.length += units(text)

    def refuse(self, reason: str, at: int) -> RefusedCall:
        offset = len(self.source[:at].encode())
        return _unparsable(reason.replace("@", f"at byte offset {offset}", 1))

    def tag(self, at: int) -> int:
        match = _TAG.match(self.source, at)
        if match is None:
            kind = "end" if self.source.startswith("</", at) else "start"
            raise self.refuse(f"Unclosed {kind} tag @", at)
        if match["end"]:
            self.close(match["name"].lower(), at)
        else:
            self.open(match["name"].lower(), match["rest"], at)
        return match.end()

    def open(self, name: str, rest: str, at: int) -> None:
        if name not in _KINDS:
            raise self.refuse(f'Unsupported start tag "{name}" @', at)
        attributes = _attributes(rest)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self.refuse('Tag "span" must have class "tg-spoiler" @', at)
        self.stack.append(_Open(name, attributes, self.length))

    def close(self, name: str, at: int) -> None:
        if not self.stack:
            raise self.refuse("Unexpected end tag @", at)
        opened = self.stack.pop()
        if name and name != opened.name:
            raise self.refuse(f'Unmatched end tag @, expected "</{opened.name}>", found "</{name}>"', at)
        if self.length > opened.start:
            self.entities.extend(self.entity(opened))

    def entity(self, opened: _Open) -> list[Entity]:
        extra = _extra(opened, self.stack, "".join(self.out))
        if extra is None:
            return []
        kind = {"type": _KINDS[opened.name], "offset": opened.start, "length": self.length - opened.start}
        return [kind | extra]


def _unparsable(reason: str) -> RefusedCall:
    return bad(f"can't parse entities: {reason}")


def _attributes(rest: str) -> dict[str, str]:
    found = (match for match in _ATTRIBUTE.finditer(rest))
    return {m["name"].lower(): html.unescape(m["a"] or m["b"] or m["c"] or "") for m in found}


def _extra(opened: _Open, stack: list[_Open], text: str) -> dict[str, Any] | None:
    """Return the fields special to a tag; None if Telegram makes no entity of it (a link without an address)."""
    match opened.name:
        case "a":
            return _link(opened, text)
        case "tg-emoji":
            return {"custom_emoji_id": opened.attributes.get("emoji-id", "")}
        case "tg-time":
            return _moment(opened.attributes)
        case "code" if stack and stack[-1].name == "pre":
            stack[-1].attributes |= opened.attributes
            return None
        case "pre":
            language = opened.attributes.get("class", "").removeprefix("language-")
            return {"language": language} if language else {}
        case "blockquote" if "expandable" in opened.attributes:
            return {"type": "expandable_blockquote"}
    return {}


def _link(opened: _Open, text: str) -> dict[str, Any] | None:
    url = opened.attributes.get("href") or text.encode("utf-16-le")[2 * opened.start :].decode("utf-16-le")
    return {"url": url} if re.match(r"(https?|tg|tel|mailto|ton)[:]|[\w-]+(\.[\w-]+)+", url) else None


def _moment(attributes: dict[str, str]) -> dict[str, Any]:
    stamp, style = attributes.get("unix", ""), attributes.get("format", "")
    if not stamp.isdecimal() or not _TIME_FORMAT.fullmatch(style):
        raise _unparsable("invalid date-time specified")
    return {"unix_time": int(stamp)} | ({"date_time_format": style} if style else {})


def _read(source: str) -> _Reader:
    reader, at = _Reader(source), 0
    while match := _TOKEN.search(source, at):
        reader.write(source[at : match.start()])
        if match.group() == "<":
            at = reader.tag(match.start())
        else:
            reader.write(html.unescape(match.group()))
            at = match.end()
    reader.write(source[at:])
    if reader.stack:
        raise _unparsable(f'Can\'t find end tag corresponding to start tag "{reader.stack[-1].name}"')
    return reader


@lru_cache(maxsize=1024)
def parse_html(source: str) -> tuple[str, tuple[Entity, ...]]:
    """Return text and entities of Telegram HTML. Raise `RefusedCall` with Telegram's words if it is broken."""
    reader = _read(source)
    ordered = sorted(reader.entities, key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(reader.out), tuple(ordered)
