"""List everything the bot reacts to, in order: the first handler that fits takes the update."""

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

from domain.programmes import Programme
from handlers.announcements import (
    amendment_approvals,
    amendments,
    approvals,
    audience,
    drafts,
    links,
    reports,
    schedule,
    sending,
)
from handlers.events import cards, editing, proposing, sharing
from handlers.gate import edited, entrance, finding, groups, membership, not_understood, start, typed_text
from handlers.gate.permissions import Handler
from handlers.residents import attendance, escalation, language, mute, privacy, questions, subscriptions
from handlers.team import agenda, audit, inbox, invites, learned, members, posters, statistics
from messages import actions
from messages.commands import COMMANDS

GATE, DOORS = -1, 0
_NEW = filters.UpdateType.MESSAGE
"""An edit is no new message, and a command in it is none."""

Handlers = dict[int, Sequence[BaseHandler[Any, Any, Any]]]


def table(programme: Programme | None = None) -> Handlers:
    """Return the handlers by group. Groups run one after another; within a group the order matters."""
    return {GATE: [TypeHandler(Update, entrance.enter)], DOORS: [*_commands(programme), *_buttons(), *_rest()]}


def _commands(programme: Programme | None) -> list[BaseHandler[Any, Any, Any]]:
    """Return a handler for each command, by its names in every language: all are understood."""
    return [CommandHandler(command.names(programme), _COMMANDS[command.key], _NEW) for command in COMMANDS]


# Names, menus and help are in messages/commands.py.
_COMMANDS: dict[str, Handler] = {
    "start": start.start,
    "events": cards.listing,
    "reminders": subscriptions.listing,
    "ask": questions.ask_command,
    "language": language.languages,
    "privacy": privacy.policy,
    "stop": subscriptions.stop,
    "help": start.help_,
    "announce": drafts.begin,
    "edit": editing.listing,
    "diary": agenda.listing,
    "inbox": inbox.listing,
    "statistics": statistics.show,
    "poster": posters.choose,
    "audit": audit.listing,
    "invite": invites.begin,
    "organisers": members.listing,
}


def _buttons() -> list[BaseHandler[Any, Any, Any]]:
    return [CallbackQueryHandler(callback, pattern=kind.matches) for kind, callback in _ACTIONS]


_ACTIONS: list[tuple[type[actions.action.Action], Handler]] = [
    (actions.cards.ShowEvents, cards.listing),
    (actions.cards.ShowEvent, cards.card),
    (actions.cards.ShowDates, cards.dates),
    (actions.subscriptions.Subscribe, subscriptions.subscribe),
    (actions.subscriptions.Resubscribe, subscriptions.resubscribe),
    (actions.subscriptions.Unsubscribe, subscriptions.unsubscribe),
    (actions.subscriptions.ShowReminders, subscriptions.listing),
    (actions.subscriptions.ShowLeads, subscriptions.leads),
    (actions.subscriptions.SetLead, subscriptions.set_lead),
    (actions.mute.ShowSilence, mute.question),
    (actions.mute.BeSilent, mute.begin),
    (actions.mute.ChooseDay, mute.ask_day),
    (actions.mute.EndSilence, mute.end),
    (actions.language.ShowHelp, start.help_),
    (actions.language.ShowLanguages, language.languages),
    (actions.language.ChooseLanguage, language.choose_language),
    (actions.prompts.StopWaiting, typed_text.stop_waiting),
    (actions.prompts.FindInList, finding.ask),
    (actions.privacy.ShowPrivacy, privacy.policy),
    (actions.privacy.ExportData, privacy.export),
    (actions.privacy.EraseData, privacy.ask_erase),
    (actions.privacy.ConfirmErase, privacy.erase),
    (actions.questions.PickAnswer, questions.pick),
    (actions.questions.WhichArea, questions.which_area),
    (actions.questions.MoreMatches, questions.more),
    (actions.questions.NoneOfThese, questions.none_of_these),
    (actions.questions.PassOn, escalation.pass_on),
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
    (actions.invites.ToggleInviteArea, invites.toggle_area),
    (actions.invites.IssueInvite, invites.issue),
    (actions.invites.WithdrawInvite, invites.withdraw),
    (actions.members.ShowOrganisers, members.listing),
    (actions.members.Revoke, members.ask_revoke),
    (actions.members.ConfirmRevoke, members.revoke),
    (actions.cards.ConfirmDates, cards.confirm_dates),
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
    (actions.drafts.ToggleArea, audience.toggle_area),
    (actions.drafts.ChooseReaders, audience.choose_readers),
    (actions.drafts.ChooseTarget, audience.choose_target),
    (actions.drafts.ChooseTime, schedule.ask_time),
    (actions.drafts.SendNow, schedule.send_now),
    (actions.drafts.ChooseRepeat, schedule.choose_repeat),
    (actions.drafts.ToggleUrgent, schedule.toggle_urgent),
    (actions.drafts.AddLink, links.ask_link),
    (actions.drafts.DropLinks, links.drop_links),
    (actions.drafts.ChooseCard, links.choose_card),
    (actions.drafts.ConfirmDraft, sending.confirm),
    (actions.sending.OpenCard, cards.open_card),
    (actions.sending.StopSending, sending.stop),
    (actions.sending.PauseSending, sending.pause),
    (actions.sending.ResumeSending, sending.resume),
    (actions.sending.ChangeScheduled, sending.change),
    (actions.sending.RetryFailed, reports.retry),
    (actions.sending.CountsFile, reports.counts_file),
    (actions.agenda.ShowDiary, agenda.listing),
    (actions.agenda.ShowArchive, agenda.archive),
    (actions.agenda.OpenAnnouncement, agenda.open_announcement),
    (actions.agenda.OpenReminder, agenda.open_reminder),
    (actions.agenda.CallOff, agenda.call_off),
    (actions.amendments.EditDelivered, amendments.ask),
    (actions.amendments.WithdrawDelivered, amendments.withdraw),
    (actions.amendments.ConfirmRepair, amendments.confirm),
    (actions.amendments.DropRepair, amendments.drop),
    (actions.amendments.ShowRepair, amendment_approvals.show),
    (actions.amendments.ApproveRepair, amendment_approvals.approve),
    (actions.amendments.RefuseRepair, amendment_approvals.refuse),
    (actions.approvals.ShowApproval, approvals.show),
    (actions.approvals.Approve, approvals.approve),
    (actions.approvals.SendBack, approvals.send_back),
    (actions.cards.ConfirmEvent, cards.confirm),
    (actions.cards.ConfirmDay, cards.confirm_day),
    (actions.cards.CalendarFile, cards.calendar_file),
    (actions.cards.ShowVenue, cards.venue),
    (actions.editing.ListEvents, editing.listing),
    (actions.editing.EditEvent, editing.open_event),
    (actions.editing.NewEvent, editing.new_event),
    (actions.editing.NewEventIn, editing.new_event_in),
    (actions.editing.ChangeField, editing.field),
    (actions.editing.ListVenues, editing.list_venues),
    (actions.editing.PickVenue, editing.pick_venue),
    (actions.editing.SaveChange, editing.save),
    (actions.editing.DropChange, editing.drop),
    (actions.editing.ListProposals, proposing.listing),
    (actions.editing.AcceptProposal, proposing.accept),
    (actions.editing.IgnoreProposal, proposing.ignore),
]


def _rest() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CallbackQueryHandler(not_understood.old_button),
        InlineQueryHandler(sharing.inline),
        ChatMemberHandler(membership.my_chat_member, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, edited.hear),
        MessageHandler(_NEW & filters.COMMAND, not_understood.unknown_command),
        MessageHandler(_NEW & filters.TEXT, typed_text.text),
        MessageHandler(_NEW & ~filters.StatusUpdate.ALL, typed_text.not_text),
    ]
