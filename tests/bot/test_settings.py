from datetime import time

import pytest

from bot.settings import SettingsError, load


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = load({})

    assert settings.quiet == (time(21), time(8))
    assert settings.owner_ids == frozenset()
    assert settings.programme_year is None


def test_values_are_read_as_written() -> None:
    settings = load({"OWNER_IDS": "12, 34,", "PROGRAMME_YEAR": "2027", "QUIET_HOURS": "", "LOG_LEVEL": "debug"})

    assert settings.owner_ids == {12, 34}
    assert settings.programme_year == 2027
    assert settings.quiet[0] == settings.quiet[1]
    assert settings.log_level == "DEBUG"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("TELEGRAM_BOT_TOKEN", "not a token", "BotFather"),
        ("TELEGRAM_API_URL", "ftp://x", "http://"),
        ("OWNER_IDS", "12,@monica", "numbers"),
        ("PROGRAMME_YEAR", "next", "whole number"),
        ("PROGRAMME_YEAR", "1999", "2000"),
        ("QUIET_HOURS", "late", "21:00-08:00"),
        ("PROGRAMME_YEAR", "20270", "2100"),
        ("APPROVAL_ABOVE", "-1", "at least 0"),
        ("FEEDBACK", "perhaps", "yes or no"),
        ("SUNSET_DAYS", "ninety", "from 0 to 3650"),
        ("HTTP_PORT", "65536", "from 0 to 65535"),
        ("HTTP_HOST", "any where", "0.0.0.0"),
        ("PUBLIC_URL", "http://www.example.org", "https://"),
        ("PUBLIC_URL", "https://www.example.org/bot", "nothing behind the name"),
        ("PUBLIC_URL", "www.example.org", "https://bot.example.org"),
        ("PUBLIC_URL", "https://www.example.org", "HTTP_PORT is not"),
        ("LOG_FORMAT", "xml", "text or json"),
        ("LOG_LEVEL", "loud", "DEBUG, INFO, WARNING or ERROR"),
        ("PAID_BROADCAST", "5000", "1000"),
    ],
)
def test_a_wrong_value_is_named_but_never_shown(name: str, value: str, words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load({name: value})

    assert str(caught.value).startswith(name)
    assert words in str(caught.value)
    assert value not in str(caught.value).removeprefix(name)


def test_secrets_are_not_shown_and_nothing_changes() -> None:
    settings = load({"TELEGRAM_BOT_TOKEN": "123456789:SECRET-token", "DATABASE_URL": "postgresql://u:SECRET@h/d"})

    assert "SECRET" not in repr(settings)
    with pytest.raises(AttributeError):
        settings.feedback = False  # type: ignore[misc]
