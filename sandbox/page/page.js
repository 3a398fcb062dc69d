// The page: asks for the state whenever something changed, and shows it.
import { wireAttach } from "./attach.js";
import { bubble } from "./bubble.js";
import { byId, make, post, reconcile, toast } from "./dom.js";
import { setFaults, showCalls, showFaults, showTime, tick } from "./tools.js";
import { day, hour, speak, spoken, steps, word, worded } from "./words.js";

let person = Number(sessionStorage.getItem("person")) || 0;
let state = null;
let busy = false;
let again = false;
let low = true;
const popupsSeen = new Map();

let replying = null;

const act = {
  say: (text) => post("say", { person, text }),
  reply: (message) => answerTo(message),
  payload: (address) => address.match(/^https?:\/\/t\.me\/(\w+)\?start=([\w-]+)$/)?.slice(1).reduce((name, rest) => (name === state.bot.username ? rest : null)) ?? null,
  open: (payload) => openLink(payload),
  press: (message, data) => post("press", { person, message, data }),
};
const current = () => state.people.find((one) => one.id === person);
const resident = (people) => people.find((one) => !one.organiser) ?? people[0];
const seenKey = (id) => `seen-${state.boot}-${id}`;
const unread = (one) => one.received.filter((id) => id > Number(sessionStorage.getItem(seenKey(one.id)) ?? 0)).length;

/* What is shown. */

function showWords() {
  document.documentElement.lang = spoken();
  document.querySelectorAll("[data-word]").forEach((node) => (node.textContent = word(node.dataset.word)));
  document.querySelectorAll("[data-label]").forEach((node) => node.setAttribute("aria-label", word(node.dataset.label)));
  document.querySelectorAll("[data-placeholder]").forEach((node) => (node.placeholder = word(node.dataset.placeholder)));
  document.querySelectorAll("[data-language]").forEach((node) => node.setAttribute("aria-pressed", node.dataset.language === spoken()));
}

function face(one, index) {
  const initial = make("span", { className: `avatar hue-${index % 6}`, aria: { hidden: "true" } }, one.name.slice(0, 1));
  const tag = one.organiser ? make("em", {}, word("organiser")) : null;
  const name = make("span", { className: "name" }, make("b", {}, one.name), tag, make("i", { aria: { hidden: "true" } }, one.language));
  const about = make("span", { className: "about" }, one.preview || worded(one.role));
  const badge = one.unread ? make("b", { className: "badge", aria: { label: word("unread", { n: one.unread }) } }, String(one.unread)) : null;
  const button = make("button", { type: "button", title: worded(one.role), aria: { current: String(one.chosen) } }, initial, make("span", { className: "lines" }, name, about), badge);
  button.addEventListener("click", () => choose(one.id));
  return make("li", {}, button);
}

function showPeople() {
  const items = state.people.map((one, index) => ({ ...one, index, chosen: one.id === person, unread: unread(one), spoken: spoken() }));
  const focused = document.activeElement?.closest("#cast li")?.dataset.key;
  reconcile(byId("cast"), items, (one) => one.id, (one) => face(one, one.index));
  if (focused) byId("cast").querySelector(`[data-key="${focused}"] button`)?.focus();
  const all = items.reduce((sum, one) => sum + one.unread, 0);
  byId("unread-all").hidden = all === 0;
  byId("unread-all").textContent = String(all);
  const organiser = state.people.find((one) => one.organiser) ?? state.people.at(-1);
  const story = steps({ name: resident(state.people).name, organiser: organiser.name });
  byId("steps").replaceChildren(...story.map((text) => make("li", {}, text)));
}

function withDays(messages) {
  let last = "";
  return messages.flatMap((message) => {
    const today = day(new Date(message.date * 1000));
    const line = today === last ? [] : [{ day: today }];
    last = today;
    return [...line, { ...message, spoken: spoken() }];
  });
}

function row(item) {
  return item.day ? make("li", { className: "day" }, make("span", {}, item.day)) : bubble(item, act);
}

function showMessages(moved) {
  if (moved) byId("messages").replaceChildren();
  reconcile(byId("messages"), withDays(state.chat.messages), (one) => one.day ?? one.message_id, row);
  byId("typing").hidden = !state.chat.typing;
  low ||= moved;
  follow();
}

/** Stay at the newest message, also while pictures load or keyboards open, unless somebody scrolled up. */
function follow() {
  if (low) byId("scroll").scrollTop = byId("scroll").scrollHeight;
}

function showTalk() {
  const who = current();
  byId("chat-title").textContent = state.bot.name;
  const status = who.blocked ? "blocked" : "as";
  byId("status").textContent = state.chat.typing ? word("typing") : word(status, { name: who.name });
  byId("empty").hidden = state.chat.messages.length > 0;
  byId("description").textContent = state.bot.description;
  byId("hint").textContent = word("hint");
}

function offered(text, about, className) {
  const node = make("button", { type: "button", className }, make("b", {}, text), about ? make("span", {}, about) : null);
  node.addEventListener("click", () => { openMenu(false); act.say(text); byId("text").focus(); });
  return node;
}

function showMenu() {
  const entries = state.chat.menu.map((one) => offered(`/${one.command}`, one.description, "entry"));
  byId("menu").replaceChildren(...(entries.length ? entries : [make("p", { className: "quiet" }, word("no_menu"))]));
  const markup = state.chat.messages.findLast((one) => one.from_bot && (one.reply_markup?.keyboard || one.reply_markup?.remove_keyboard))?.reply_markup;
  const keys = (markup?.keyboard ?? []).flat().map((one) => offered(one.text ?? one, null, "key"));
  byId("reply-keyboard").replaceChildren(...keys);
  byId("reply-keyboard").hidden = keys.length === 0;
}

function showPopups() {
  const seen = popupsSeen.get(person) ?? (state.chat.popups.at(-1)?.id ?? 0);
  const known = popupsSeen.has(person);
  for (const popup of state.chat.popups.filter((one) => one.id > seen && known)) {
    if (!popup.modal) { toast(popup.text); continue; }
    byId("alert").querySelector("p").textContent = popup.text;
    if (!byId("alert").open) byId("alert").showModal();
  }
  popupsSeen.set(person, Math.max(seen, state.chat.popups.at(-1)?.id ?? 0));
}

function markSeen() {
  const visible = document.body.dataset.tab === "chat" || matchMedia("(min-width: 1000px)").matches;
  if (visible) sessionStorage.setItem(seenKey(person), current().received.at(-1) ?? 0);
}

function show(moved) {
  markSeen();
  showPeople();
  showTalk();
  showMessages(moved);
  showMenu();
  showPopups();
  showTime(state);
  showFaults(state, current());
  showCalls(state);
}

/* What is done. */

async function refresh(moved = false) {
  if (busy) { again ||= moved || "again"; return; }
  busy = true;
  const response = await fetch(`/sandbox/state?person=${person}`).catch(() => null);
  if (response?.ok) { state = await response.json(); show(moved); }
  busy = false;
  if (state?.chat.typing) setTimeout(refresh, 5000);
  if (again) { const next = again === true; again = false; refresh(next); }
}

function choose(id) {
  person = id;
  answerTo(null);
  sessionStorage.setItem("person", id);
  open("chat");
  refresh(true);
}

function open(tab) {
  document.body.dataset.tab = tab;
  byId("tabs").querySelectorAll("button").forEach((node) => node.setAttribute("aria-current", node.dataset.tab === tab));
  if (state) { markSeen(); showPeople(); }
}

function openMenu(yes) {
  byId("menu").hidden = !yes;
  byId("menu-button").setAttribute("aria-expanded", yes);
  if (yes) byId("menu").querySelector("button")?.focus();
}

/** The next text is a reply to this message; to nothing when it is null. */
function answerTo(message) {
  replying = message;
  byId("replying").hidden = message === null;
  byId("replying").querySelector("p").textContent = message?.text ?? message?.caption ?? "📎";
  if (message) byId("text").focus();
}

/** Somebody opens a link to the bot: whoever follows a poster or an invitation need not be who sent it. */
function openLink(payload) {
  const openers = state.people.map((one) => {
    const node = make("button", { type: "button", className: "key" }, one.name);
    node.addEventListener("click", () => { byId("opener").close(); post("say", { person: one.id, text: `/start ${payload}` }); choose(one.id); });
    return node;
  });
  byId("opener").querySelector("div").replaceChildren(...openers);
  byId("opener").showModal();
}

function submit(event) {
  event.preventDefault();
  const field = byId("text");
  if (field.value.trim()) post("say", { person, text: field.value, reply_to: replying?.message_id });
  answerTo(null);
  field.value = "";
  grow();
}

function grow() {
  const field = byId("text");
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 140)}px`;
}

function listen() {
  const stream = new EventSource("/sandbox/stream");
  stream.onmessage = () => { byId("lost").hidden = true; refresh(); };
  stream.onerror = () => { byId("lost").hidden = false; };
}

function wire() {
  wireAttach(() => person);
  byId("composer").addEventListener("submit", submit);
  byId("text").addEventListener("input", grow);
  byId("text").addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event); });
  const scroll = byId("scroll");
  scroll.addEventListener("scroll", () => { low = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120; });
  const watcher = new ResizeObserver(follow);
  [scroll, byId("messages")].forEach((node) => watcher.observe(node));
  byId("replying").querySelector("button").addEventListener("click", () => answerTo(null));
  byId("start").addEventListener("click", () => act.say("/start"));
  byId("menu-button").addEventListener("click", () => openMenu(byId("menu").hidden));
  byId("faults").addEventListener("change", (event) => setFaults(event, person));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !byId("menu").hidden) { openMenu(false); byId("menu-button").focus(); } });
  document.addEventListener("click", (event) => { if (!event.target.closest("#menu, #menu-button")) openMenu(false); });
  document.querySelectorAll("#jumps button").forEach((node) => node.addEventListener("click", () => post("travel", { minutes: Number(node.dataset.minutes) })));
  document.querySelectorAll("#tabs button").forEach((node) => node.addEventListener("click", () => open(node.dataset.tab)));
  document.querySelectorAll("[data-language]").forEach((node) => node.addEventListener("click", () => { speak(node.dataset.language); showWords(); show(true); }));
}

async function begin() {
  showWords();
  wire();
  open("chat");
  const people = await (await fetch("/sandbox/people")).json();
  if (!people.some((one) => one.id === person)) person = resident(people).id;
  await refresh(true);
  listen();
  setInterval(tick, 1000);
}

begin();
