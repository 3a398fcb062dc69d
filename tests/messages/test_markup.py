"""Telegram HTML is judged as Telegram judges it; anything else is plain text and goes out literally."""

import pytest

from messages import markup
from sandbox.api import markup as telegram
from sandbox.api.refusals import RefusedCall

PLAIN = [
    "<!-- x -->", "Età < 18: gratis", "2 <3", "a & b", "Porte &amp; finestre", "x > y", "< b",
    "1<2 e 3>2", "<>",
]  # fmt: skip
GOOD = [
    "<b>aperto</b>", "<B>x</B>", '<a href="https://a.it">x</a>', "<i><b>x</b></i>", "<s>x</s>",
    '<span class="tg-spoiler">x</span>', "<blockquote expandable>x</blockquote>", "&lt;<u>x</u>&gt;",
    '<code class="language-python">x</code>', "<tg-spoiler>x</tg-spoiler>", "<b>a &amp b</b>",
]  # fmt: skip
BROKEN = [
    "<b>aperto", "<p>", "<p>x</p>", "<br>", "<br/>", "<b>x</i>", "</b>", "<b><i>x</b></i>", "<h1>x</h1>",
    "<span>x</span>", "<b>1 < 2</b>", "<script>x</script>", '<font color="red">x</font>', "<mario@x.it>",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_is_read_as_it_was_typed(text: str) -> None:
    html = markup.html_of(text)

    assert markup.words(html) == text
    assert telegram.parse_html(html)[0] == text


@pytest.mark.parametrize("text", GOOD)
def test_html_stays_and_telegram_takes_it(text: str) -> None:
    assert markup.html_of(text) == text
    assert telegram.parse_html(text)[0] == markup.words(text)


@pytest.mark.parametrize("text", BROKEN)
def test_broken_html_is_refused_as_telegram_would(text: str) -> None:
    with pytest.raises(markup.BrokenHtml):
        markup.html_of(text)
    with pytest.raises(RefusedCall):
        telegram.parse_html(text)
    assert markup.words(markup.html_of(text, plain=True)) == text
