"""Every method of the Bot API that the sandbox answers; getUpdates waits, so it lives with the updates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sandbox.api.parameters import Params
from sandbox.methods import account, answering, changing, conversation, files, sending

if TYPE_CHECKING:
    from sandbox.api.telegram import Telegram

METHODS: dict[str, Callable[[Telegram, Params], Any]] = {
    "getMe": account.get_me,
    "setWebhook": account.set_webhook,
    "deleteWebhook": account.delete_webhook,
    "getWebhookInfo": account.get_webhook_info,
    "setMyCommands": account.set_my_commands,
    "getMyCommands": account.get_my_commands,
    "deleteMyCommands": account.delete_my_commands,
    "setMyName": account.set_text("name"),
    "getMyName": account.get_text("name"),
    "setMyDescription": account.set_text("description"),
    "getMyDescription": account.get_text("description"),
    "setMyShortDescription": account.set_text("short_description"),
    "getMyShortDescription": account.get_text("short_description"),
    "sendMessage": sending.send_message,
    "sendLocation": sending.send_location,
    "sendVenue": sending.send_venue,
    "copyMessage": sending.copy_message,
    "forwardMessage": sending.forward_message,
    "sendPhoto": files.send("photo"),
    "sendDocument": files.send("document"),
    "sendVideo": files.send("video"),
    "sendAudio": files.send("audio"),
    "sendVoice": files.send("voice"),
    "sendAnimation": files.send("animation"),
    "sendSticker": files.send("sticker"),
    "sendMediaGroup": files.send_media_group,
    "getFile": files.get_file,
    "editMessageText": changing.edit_message_text,
    "editMessageCaption": changing.edit_message_caption,
    "editMessageReplyMarkup": changing.edit_message_reply_markup,
    "editMessageMedia": changing.edit_message_media,
    "deleteMessage": changing.delete_message,
    "deleteMessages": changing.delete_messages,
    "pinChatMessage": changing.pin_chat_message,
    "setMessageReaction": changing.set_message_reaction,
    "answerCallbackQuery": answering.answer_callback_query,
    "answerInlineQuery": answering.answer_inline_query,
    "sendChatAction": conversation.send_chat_action,
    "getChat": conversation.get_chat,
    "getChatMember": conversation.get_chat_member,
    "getChatAdministrators": conversation.get_chat_administrators,
    "leaveChat": conversation.leave_chat,
}
