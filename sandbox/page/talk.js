// The conversation: who takes part, the messages, and what pops up after a button.
import { bubble } from "./bubble.js";
import { byId, make, reconcile, toast } from "./dom.js";
import { act, nameOf, openGroup, player, scene } from "./scene.js";
import { day, spoken, word } from "./words.js";

const popupsSeen = new Map();
let low = true;
let newest = 0;

function withDays(messages) {
  let last = "";
  return messages.flatMap((message) => {
    const today = day(new Date(message.date * 1000));
    const line = today === last ? [] : [{ note: today, key: today }];
    last = today;
    return [...line, seen(message)];
  });
}

/** A message with the eyes of the player. */
function seen(message) {
  const name = message.from.first_name;
  if (message.new_chat_members) return { note: word("joined", { name, bot: scene.state.bot.name }), key: message.message_id };
  if (message.left_chat_member) return { note: word("left", { name, bot: scene.state.bot.name }), key: message.message_id };
  const mine = message.from.id === scene.person;
  return { ...message, key: message.message_id, mine, sender: scene.group && !mine ? name : null, spoken: spoken() };
}

function row(item, acts) {
  return item.note ? make("li", { className: "day" }, make("span", {}, item.note)) : bubble(item, acts);
}

function showMessages(moved, acts) {
  const last = scene.state.chat.messages.at(-1);
  low ||= moved || (last?.message_id > newest && last.from.id === scene.person);
  newest = last?.message_id ?? 0;
  if (moved) byId("messages").replaceChildren();
  reconcile(byId("messages"), withDays(scene.state.chat.messages), (one) => one.key, (item) => row(item, acts));
  byId("typing").hidden = !scene.state.chat.typing;
  follow();
}

/** Stay at the newest message, also while pictures load or keyboards open, unless somebody scrolled up to read. */
function follow() {
  if (low) byId("scroll").scrollTop = byId("scroll").scrollHeight;
}

function status(group) {
  if (scene.state.chat.typing) return word("typing");
  if (group) return word(group.has_bot ? "with_bot" : "without_bot", { names: group.members.map((one) => nameOf(one.id)).join(", ") });
  return word(player().blocked ? "blocked" : "as", { name: player().name });
}

function showHead(group) {
  byId("chat-sign").hidden = group !== null;
  byId("group-sign").hidden = group === null;
  byId("chat-title").textContent = group ? group.title : scene.state.bot.name;
  byId("status").textContent = status(group);
  byId("empty").hidden = scene.state.chat.messages.length > 0;
  byId("description").textContent = group ? word("without_bot_about") : scene.state.bot.description;
  byId("hint").textContent = group ? "" : word("hint");
  byId("start").textContent = word(group ? "invite" : "start");
}

function writer(member, choose) {
  const name = member.admin ? word("administers", { name: nameOf(member.id) }) : nameOf(member.id);
  const node = make("button", { type: "button", aria: { pressed: String(member.id === scene.person) } }, name);
  node.addEventListener("click", () => choose(member.id, scene.group));
  return node;
}

/** In a group: who writes, and whether the bot is in it. Only an administrator may put it out. */
function showGroup(group, choose) {
  byId("group").hidden = !group;
  if (!group) return;
  const items = group.members.map((one) => ({ ...one, chosen: one.id === scene.person, spoken: spoken() }));
  const focused = document.activeElement?.closest("#writers button")?.dataset.key;
  reconcile(byId("writers"), items, (one) => one.id, (one) => writer(one, choose));
  if (focused) byId("writers").querySelector(`[data-key="${focused}"]`)?.focus();
  const invite = byId("invite");
  invite.textContent = word(group.has_bot ? "expel" : "invite");
  invite.hidden = group.has_bot ? !group.members.some((one) => one.admin && one.id === scene.person) : !byId("empty").hidden;
}

function showPopups() {
  const { popups } = scene.state.chat;
  const last = popupsSeen.get(scene.person) ?? (popups.at(-1)?.id ?? 0);
  const known = popupsSeen.has(scene.person);
  for (const popup of popups.filter((one) => one.id > last && known)) {
    if (!popup.modal) { toast(popup.text); continue; }
    byId("alert").querySelector("p").textContent = popup.text;
    if (!byId("alert").open) byId("alert").showModal();
  }
  popupsSeen.set(scene.person, Math.max(last, popups.at(-1)?.id ?? 0));
}

/** `acts` is what bubbles can do, `choose(person, group)` opens a chat. */
export function showTalk(moved, acts, choose) {
  const group = openGroup();
  showHead(group);
  showGroup(group, choose);
  showMessages(moved, acts);
  showPopups();
}

export function wireTalk() {
  const scroll = byId("scroll");
  scroll.addEventListener("scroll", () => { low = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120; });
  const watcher = new ResizeObserver(follow);
  [scroll, byId("messages")].forEach((node) => watcher.observe(node));
  byId("start").addEventListener("click", () => (scene.group ? act("invite", { inside: true }) : act("say", { text: "/start" })));
  byId("invite").addEventListener("click", () => act("invite", { inside: !openGroup().has_bot }));
}
