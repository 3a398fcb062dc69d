"""The list of everything the bot reacts to, in order. The first that fits takes the update."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from handlers import (
    announcements,
    approvals,
    attendance,
    audience,
    audit,
    changes,
    chats,
    corrections,
    diary,
    drafts,
    edits,
    events,
    expected,
    gate,
    groups,
    inbox,
    inquiries,
    invites,
    learned,
    links,
    organisers,
    posters,
    privacy,
    questions,
    repairs,
    reports,
    settings,
    sharing,
    silence,
    start,
    statistics,
    subscriptions,
    timing,
)
from handlers.guards import Handler
from messages import actions
from messages.commands import COMMANDS

GATE, DOORS = -1, 0
_NEW = filters.UpdateType.MESSAGE
"""An edit is no new message, and a command in it is none."""

Handlers = dict[int, Sequence[BaseHandler[Any, Any, Any]]]


def table() -> Handlers:
    """Groups run one after another; within a group the order matters."""
    return {GATE: [TypeHandler(Update, gate.enter)], DOORS: [*_commands(), *_buttons(), *_rest()]}


def _commands() -> list[BaseHandler[Any, Any, Any]]:
    """Each in Italian, English and French; all are understood whatever the language."""
    return [CommandHandler([*command.names.values()], _COMMANDS[command.key], _NEW) for command in COMMANDS]


# Names, menus and help are in messages/commands.py.
_COMMANDS: dict[str, Handler] = {
    "start": start.start,
    "events": events.listing,
    "reminders": subscriptions.listing,
    "ask": questions.ask_command,
    "language": settings.languages,
    "privacy": privacy.policy,
    "stop": subscriptions.stop,
    "help": start.help_,
    "announce": drafts.begin,
    "edit": changes.listing,
    "diary": diary.listing,
    "inbox": inbox.listing,
    "statistics": statistics.show,
    "poster": posters.choose,
    "audit": audit.listing,
    "invite": invites.begin,
    "organisers": organisers.listing,
}


def _buttons() -> list[BaseHandler[Any, Any, Any]]:
    return [CallbackQueryHandler(callback, pattern=kind.matches) for kind, callback in _ACTIONS]


_ACTIONS: list[tuple[type[actions.action.Action], Handler]] = [
    (actions.events.ShowEvents, events.listing),
    (actions.events.ShowEvent, events.card),
    (actions.events.ShowDates, events.dates),
    (actions.subscriptions.Subscribe, subscriptions.subscribe),
    (actions.subscriptions.Resubscribe, subscriptions.resubscribe),
    (actions.subscriptions.Unsubscribe, subscriptions.unsubscribe),
    (actions.subscriptions.ShowReminders, subscriptions.listing),
    (actions.subscriptions.ShowLeads, subscriptions.leads),
    (actions.subscriptions.SetLead, subscriptions.set_lead),
    (actions.silence.ShowSilence, silence.question),
    (actions.silence.BeSilent, silence.begin),
    (actions.silence.ChooseDay, silence.ask_day),
    (actions.silence.EndSilence, silence.end),
    (actions.settings.ShowHelp, start.help_),
    (actions.settings.ShowLanguages, settings.languages),
    (actions.settings.ChooseLanguage, settings.choose_language),
    (actions.prompts.StopWaiting, expected.stop_waiting),
    (actions.privacy.ShowPrivacy, privacy.policy),
    (actions.privacy.ExportData, privacy.export),
    (actions.privacy.EraseData, privacy.ask_erase),
    (actions.privacy.ConfirmErase, privacy.erase),
    (actions.questions.PickAnswer, questions.pick),
    (actions.questions.WhichTown, questions.which_town),
    (actions.questions.NoneOfThese, questions.none_of_these),
    (actions.questions.PassOn, inquiries.pass_on),
    (actions.inbox.ShowInbox, inbox.listing),
    (actions.inbox.ShowInquiry, inbox.show),
    (actions.inbox.AnswerInquiry, inbox.ask_answer),
    (actions.inbox.SendAnswer, inbox.send_answer),
    (actions.inbox.DropAnswer, inbox.drop_answer),
    (actions.inbox.LearnAnswer, inbox.learn),
    (actions.inbox.DismissInquiry, inbox.dismiss),
    (actions.inbox.ReopenInquiry, inbox.reopen),
    (actions.learned.ShowLearned, learned.listing),
    (actions.learned.ShowLesson, learned.show),
    (actions.learned.ForgetLesson, learned.forget),
    (actions.posters.ShowPosters, posters.turn),
    (actions.posters.MakePoster, posters.make),
    (actions.audit.ShowAudit, audit.listing),
    (actions.invites.BeginInvite, invites.begin),
    (actions.invites.ChooseRole, invites.choose_role),
    (actions.invites.ShowInvite, invites.turn),
    (actions.invites.ToggleInviteTown, invites.toggle_town),
    (actions.invites.IssueInvite, invites.issue),
    (actions.invites.WithdrawInvite, invites.withdraw),
    (actions.organisers.ShowOrganisers, organisers.listing),
    (actions.organisers.Revoke, organisers.ask_revoke),
    (actions.organisers.ConfirmRevoke, organisers.revoke),
    (actions.events.ConfirmDates, events.confirm_dates),
    (actions.attendance.Come, attendance.come),
    (actions.attendance.Rate, attendance.rate),
    (actions.attendance.AddComment, attendance.ask_comment),
    (actions.statistics.ShowStatistics, statistics.turn),
    (actions.groups.Introduce, start.introduce),
    (actions.groups.LinkGroup, groups.link),
    (actions.drafts.OpenDraft, drafts.view),
    (actions.drafts.ShowDraft, drafts.show),
    (actions.drafts.EditContent, drafts.ask_content),
    (actions.drafts.DropVersion, drafts.drop_version),
    (actions.drafts.CancelDraft, drafts.cancel),
    (actions.drafts.ToggleTown, audience.toggle_town),
    (actions.drafts.ChooseReaders, audience.choose_readers),
    (actions.drafts.ChooseTarget, audience.choose_target),
    (actions.drafts.ChooseTime, timing.ask_time),
    (actions.drafts.SendNow, timing.send_now),
    (actions.drafts.ChooseRepeat, timing.choose_repeat),
    (actions.drafts.ToggleUrgent, timing.toggle_urgent),
    (actions.drafts.AddLink, links.ask_link),
    (actions.drafts.DropLinks, links.drop_links),
    (actions.drafts.ChooseCard, links.choose_card),
    (actions.drafts.ConfirmDraft, announcements.confirm),
    (actions.announcements.OpenCard, events.open_card),
    (actions.announcements.StopSending, announcements.stop),
    (actions.announcements.PauseSending, announcements.pause),
    (actions.announcements.ResumeSending, announcements.resume),
    (actions.announcements.ChangeScheduled, announcements.change),
    (actions.announcements.RetryFailed, reports.retry),
    (actions.announcements.CountsFile, reports.counts_file),
    (actions.diary.ShowDiary, diary.listing),
    (actions.diary.ShowArchive, diary.archive),
    (actions.diary.OpenAnnouncement, diary.open_announcement),
    (actions.diary.OpenReminder, diary.open_reminder),
    (actions.diary.CallOff, diary.call_off),
    (actions.repairs.EditDelivered, repairs.ask),
    (actions.repairs.WithdrawDelivered, repairs.withdraw),
    (actions.repairs.ConfirmRepair, repairs.confirm),
    (actions.repairs.DropRepair, repairs.drop),
    (actions.repairs.ShowRepair, corrections.show),
    (actions.repairs.ApproveRepair, corrections.approve),
    (actions.repairs.RefuseRepair, corrections.refuse),
    (actions.approvals.ShowApproval, approvals.show),
    (actions.approvals.Approve, approvals.approve),
    (actions.approvals.SendBack, approvals.send_back),
    (actions.events.ConfirmEvent, events.confirm),
    (actions.events.CalendarFile, events.calendar_file),
    (actions.events.ShowVenue, events.venue),
    (actions.changes.ListEvents, changes.listing),
    (actions.changes.EditEvent, changes.open_event),
    (actions.changes.NewEvent, changes.new_event),
    (actions.changes.NewEventIn, changes.new_event_in),
    (actions.changes.ChangeField, changes.field),
    (actions.changes.ListVenues, changes.list_venues),
    (actions.changes.PickVenue, changes.pick_venue),
    (actions.changes.SaveChange, changes.save),
    (actions.changes.DropChange, changes.drop),
]


def _rest() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CallbackQueryHandler(start.old_button),
        InlineQueryHandler(sharing.inline),
        ChatMemberHandler(chats.my_chat_member, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, edits.hear),
        MessageHandler(_NEW & filters.COMMAND, start.unknown_command),
        MessageHandler(_NEW & filters.TEXT, expected.text),
        MessageHandler(_NEW & ~filters.StatusUpdate.ALL, expected.not_text),
    ]
