from datetime import time
from pathlib import Path

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
        ("PUBLIC_URL", "http://www.example.org", "must begin with https://"),
        ("PUBLIC_URL", "https://www.example.org:8444", "443, 80, 88 or 8443"),
        ("PUBLIC_URL", "www.example.org", "https://bot.example.org"),
        ("PUBLIC_URL", "https://www.example.org", "HTTP_PORT is not"),
        ("LOG_FORMAT", "xml", "text or json"),
        ("LOG_LEVEL", "loud", "DEBUG, INFO, WARNING or ERROR"),
        ("PAID_BROADCAST", "5000", "1000"),
        ("SPEECH_MODEL", "no/such/folder", "model.bin, config.json, tokenizer.json"),
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


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    token, address = tmp_path / "token", tmp_path / "address"
    token.write_text("\ufeff123456789:SECRET-token\n")
    address.write_text("postgresql+asyncpg://u:SECRET@h/d\n")
    settings = load({"TELEGRAM_BOT_TOKEN_FILE": str(token), "DATABASE_URL_FILE": f'"{address}"'})

    assert settings.telegram_bot_token == "123456789:SECRET-token"
    assert settings.database_url == "postgresql+asyncpg://u:SECRET@h/d"


@pytest.mark.parametrize(
    ("named", "beside", "words"),
    [
        ("nowhere", "", "cannot be read: No such file or directory"),
        (".", "", "cannot be read: Is a directory"),
        ("bytes", "", "cannot be read: it is no text"),
        ("nul\0", "", "cannot be read"),
        ("words", "", "TELEGRAM_BOT_TOKEN does not look like a token"),
        ("words", "123456789:SECRET-token", "TELEGRAM_BOT_TOKEN and TELEGRAM_BOT_TOKEN_FILE are both set"),
    ],
)
def test_a_file_without_a_secret_is_said_and_not_shown(tmp_path: Path, named: str, beside: str, words: str) -> None:
    (tmp_path / "words").write_text("SECRET but no token")
    (tmp_path / "bytes").write_bytes(b"\xff\xfeSECRET")
    with pytest.raises(SettingsError) as caught:
        load({"TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / named), "TELEGRAM_BOT_TOKEN": beside})

    assert words in str(caught.value)
    assert "SECRET" not in str(caught.value)


def test_what_is_no_secret_is_not_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "owners").write_text("12")

    assert load({"OWNER_IDS_FILE": str(tmp_path / "owners")}).owner_ids == frozenset()
