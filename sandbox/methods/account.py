"""Methods about the bot itself: webhook, name, descriptions, command menus."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sandbox.api.entities import units
from sandbox.api.parameters import Params
from sandbox.api.refusals import bad
from sandbox.api.rules import checked_commands

if TYPE_CHECKING:
    from sandbox.api.telegram import Telegram


def get_me(telegram: Telegram, _: Params) -> dict[str, Any]:
    return telegram.profile.me


def set_webhook(telegram: Telegram, params: Params) -> bool:
    """Store the webhook. The sandbox never calls it, but refuses getUpdates while it is set, as Telegram does."""
    url = params.get("url") or ""
    if url and not url.startswith("https://"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if params.get("drop_pending_updates"):
        telegram.updates.clear()
    telegram.updates.webhook = url
    return True


def delete_webhook(telegram: Telegram, params: Params) -> bool:
    return set_webhook(telegram, Params(params | {"url": ""}, {}))


def get_webhook_info(telegram: Telegram, _: Params) -> dict[str, Any]:
    updates = telegram.updates
    return {
        "url": updates.webhook,
        "has_custom_certificate": False,
        "pending_update_count": len(updates.pending),
    }


def set_my_commands(telegram: Telegram, params: Params) -> bool:
    commands = checked_commands(params.get("commands") or [])
    telegram.profile.set_commands(_scope(telegram, params), params.get("language_code") or "", commands)
    telegram.changed()
    return True


def get_my_commands(telegram: Telegram, params: Params) -> list[dict[str, str]]:
    return telegram.profile.commands(_scope(telegram, params), params.get("language_code") or "")


def delete_my_commands(telegram: Telegram, params: Params) -> bool:
    return set_my_commands(telegram, Params(params | {"commands": []}, {}))


def _scope(telegram: Telegram, params: Params) -> dict[str, Any] | None:
    scope: dict[str, Any] | None = params.get("scope")
    if scope and "chat_id" in scope:
        telegram.chat(scope["chat_id"])
    return scope


def set_text(field: str) -> Callable[[Telegram, Params], bool]:
    """Return setMyName or a sister; limits are 64, 512 and 120 characters."""

    def set_my(telegram: Telegram, params: Params) -> bool:
        text = params.get(field) or ""
        if units(text) > telegram.profile.limits[field]:
            raise bad(f"BOT_{field.upper()}_INVALID" if field != "name" else "BOT_TITLE_INVALID")
        telegram.profile.set_text(field, params.get("language_code") or "", text)
        telegram.changed()
        return True

    return set_my


def get_text(field: str) -> Callable[[Telegram, Params], dict[str, str]]:
    """Return getMyName or a sister."""

    def get_my(telegram: Telegram, params: Params) -> dict[str, str]:
        return {field: telegram.profile.text(field, params.get("language_code") or "")}

    return get_my
