// The text field with its menu of commands, the message it replies to, and the keys a bot put below it.
import { byId, make } from "./dom.js";
import { search, wireSearch } from "./search.js";
import { act, say, scene } from "./scene.js";
import { word } from "./words.js";

let replying = null;

/** The next text is a reply to this message; to nothing when it is null. */
export function answerTo(message) {
  replying = message;
  byId("replying").hidden = message === null;
  byId("replying").querySelector("p").textContent = message?.text ?? message?.caption ?? "📎";
  if (message) byId("text").focus();
}

function offered(text, about, className) {
  const node = make("button", { type: "button", className }, make("b", {}, text), about ? make("span", {}, about) : null);
  node.addEventListener("click", () => { openMenu(false); say(text); byId("text").focus(); });
  return node;
}

export function showMenu() {
  const { menu, messages } = scene.state.chat;
  const entries = menu.map((one) => offered(`/${one.command}`, one.description, "entry"));
  byId("menu").replaceChildren(...(entries.length ? entries : [make("p", { className: "quiet" }, word("no_menu"))]));
  const markup = messages.findLast((one) => one.from_bot && (one.reply_markup?.keyboard || one.reply_markup?.remove_keyboard))?.reply_markup;
  const keys = (markup?.keyboard ?? []).flat().map((one) => offered(one.text ?? one, null, "key"));
  byId("reply-keyboard").replaceChildren(...keys);
  byId("reply-keyboard").hidden = keys.length === 0;
  byId("attach-button").hidden = scene.group !== null;
}

function openMenu(yes) {
  byId("menu").hidden = !yes;
  byId("menu-button").setAttribute("aria-expanded", yes);
  if (yes) byId("menu").querySelector("button")?.focus();
}

/** Put something into the field, or empty it. */
export function write(text) {
  byId("text").value = text;
  grow();
  search();
}

function submit(event) {
  event.preventDefault();
  const field = byId("text");
  if (field.value.trim()) act("say", { text: field.value, reply_to: replying?.message_id });
  answerTo(null);
  write("");
}

function grow() {
  const field = byId("text");
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 140)}px`;
}

export function wireComposer() {
  wireSearch(write);
  byId("composer").addEventListener("submit", submit);
  byId("text").addEventListener("input", grow);
  byId("text").addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event); });
  byId("replying").querySelector("button").addEventListener("click", () => answerTo(null));
  byId("menu-button").addEventListener("click", () => openMenu(byId("menu").hidden));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !byId("menu").hidden) { openMenu(false); byId("menu-button").focus(); } });
  document.addEventListener("click", (event) => { if (!event.target.closest("#menu, #menu-button")) openMenu(false); });
}
