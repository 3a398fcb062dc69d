"""Check what somebody wrote: is it Telegram HTML (core.telegram.org/bots/api#html-style), can a page hold it?"""

from __future__ import annotations

import re
from html import escape, unescape

_TAGS = frozenset("b strong i em u ins s strike del span tg-spoiler a tg-emoji tg-time code pre blockquote".split())
_NEEDS = {
    "a": re.compile(r"""\bhref\s*=\s*("[^"]+"|'[^']+'|[^\s"'>]+)"""),
    "span": re.compile(r"""\bclass\s*=\s*(["']?)tg-spoiler\1(\s|$)"""),
    "tg-emoji": re.compile(r"""\bemoji-id\s*=\s*(["']?)\d+\1(\s|$)"""),
    "tg-time": re.compile(r"""\bunix\s*=\s*(["']?)\d+\1(\s|$)"""),
}
_LOOKS_LIKE_A_TAG = re.compile(r"</?[a-zA-Z]")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s>]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")


class BrokenHtml(ValueError):
    """HTML that Telegram would refuse; the text says why."""


def html_of(text: str, *, plain: bool = False) -> str:
    """Return a text as Telegram HTML: as it is if it has a tag in it, else (or if `plain`) escaped.

    Raise `BrokenHtml` if Telegram would refuse it.
    """
    if plain or _LOOKS_LIKE_A_TAG.search(text) is None:
        return escape(text, quote=False)
    words(text)
    return text


def words(html: str) -> str:
    """Return the text that people see. Raise `BrokenHtml`."""
    open_tags: list[str] = []
    read, at = [], 0
    while (begins := html.find("<", at)) >= 0:
        read.append(html[at:begins])
        tag = _TAG.match(html, begins)
        if tag is None:
            raise BrokenHtml(f'"{html[begins : begins + 12]}" is no tag (for the sign itself write &lt;)')
        _follow(tag, open_tags)
        at = tag.end()
    if open_tags:
        raise BrokenHtml(f"<{open_tags[-1]}> is not closed")
    return _REFERENCE.sub(lambda found: unescape(found[0]), "".join([*read, html[at:]]))


def _follow(tag: re.Match[str], open_tags: list[str]) -> None:
    name = tag["name"].lower()
    if name.rstrip("/") not in _TAGS:
        raise BrokenHtml(f"Telegram has no tag <{name}>")
    if name not in _TAGS or tag["rest"].rstrip().endswith("/"):
        raise BrokenHtml(f"<{name}> cannot close itself")
    if tag["end"]:
        if not open_tags or open_tags.pop() != name:
            raise BrokenHtml(f"</{name}> closes what is not open there")
        return
    if name in _NEEDS and _NEEDS[name].search(tag["rest"]) is None:
        raise BrokenHtml(f"<{name}> lacks what Telegram needs of it")
    open_tags.append(name)


def writable(text: str) -> str:
    """Return the text without what XML cannot hold, escaped or not: control characters, halves of a pair."""
    return _UNWRITABLE.sub("", text)
