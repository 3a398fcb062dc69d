"""Methods about the bot itself: webhook, name, descriptions, command menus."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sandbox.api.entities import units
from sandbox.api.parameters import Params
from sandbox.api.refusals import bad
from sandbox.api.rules import checked_commands
from sandbox.api.updates import Hook

if TYPE_CHECKING:
    from sandbox.api.telegram import Telegram


def get_me(telegram: Telegram, _: Params) -> dict[str, Any]:
    return telegram.profile.me


def set_webhook(telegram: Telegram, params: Params) -> bool:
    """Store the webhook, to which a courier brings the updates (`sandbox.web.courier`)."""
    url, secret, at_once = (params.get(name) for name in ("url", "secret_token", "max_connections"))
    if url and not url.startswith("https://"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if url and urlsplit(url).port not in (None, 443, 80, 88, 8443):
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad("secret token contains unallowed characters")
    if params.get("drop_pending_updates"):
        telegram.updates.clear()
    hook = Hook(url or "", secret or "", max(1, min(at_once or 40, 100)))
    telegram.updates.bring_to(hook, params.get("allowed_updates"))
    return True


def delete_webhook(telegram: Telegram, params: Params) -> bool:
    return set_webhook(telegram, Params(params | {"url": ""}, {}))


def get_webhook_info(telegram: Telegram, _: Params) -> dict[str, Any]:
    updates, hook = telegram.updates, telegram.updates.webhook
    about = {"url": hook.url, "has_custom_certificate": False, "pending_update_count": len(updates.pending)}
    return about | ({"max_connections": hook.at_once, **hook.last_error} if hook.url else {})


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
