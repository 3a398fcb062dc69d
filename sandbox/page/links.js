// Links into Telegram, which the page follows itself: to the bot, to a group for it, to share something.
import { byId, make } from "./dom.js";
import { act, isIn, player, scene } from "./scene.js";
import { word } from "./words.js";

let choose = () => {};

/** `go(person, group)` opens a chat. */
export function wireLinks(go) {
  choose = go;
}

/** What to do for a link into Telegram; null for any other. */
export function follow(address) {
  const full = /^t\.me\//i.test(address) ? `https://${address}` : address;
  if (!/^https?:\/\/t\.me\//i.test(full)) return null;
  const url = new URL(full);
  const asked = url.searchParams;
  if (url.pathname === "/share/url") return () => share([asked.get("url"), asked.get("text")].filter(Boolean).join("\n"));
  if (url.pathname.slice(1).toLowerCase() !== scene.state.bot.username.toLowerCase()) return null;
  if (asked.has("startgroup")) return () => start(asked.get("startgroup"));
  if (asked.get("start")) return () => ask(asked.get("start"));
  return () => choose(scene.person);
}

function way(label, go) {
  const node = make("button", { type: "button", className: "key" }, label);
  node.addEventListener("click", () => { node.closest("dialog").close(); go(); });
  return node;
}

/** Whoever opens a poster's link or an invitation need not be who sent it. */
function ask(payload) {
  const open = (id) => { choose(id); act("say", { text: `/start ${payload}` }); };
  byId("opener").querySelector(".ways").replaceChildren(...scene.state.people.map((one) => way(one.name, () => open(one.id))));
  byId("opener").showModal();
}

const groups = () => scene.state.groups.filter((one) => isIn(one));

/** Telegram lets one choose a chat and writes the text there. */
function share(text) {
  const ways = groups().map((one) => way(word("share_to", { group: one.title, name: player().name }), () => { choose(scene.person, one.id); act("say", { text }); }));
  fill("share_title", text, ways);
}

/** A group for the bot: Telegram adds it, then starts it. */
function start(payload) {
  const enter = async (one) => {
    choose(scene.person, one.id);
    if (!one.has_bot) await act("invite", { inside: true });
    await act("say", { text: `/start@${scene.state.bot.username} ${payload}` });
  };
  fill("start_title", "", groups().map((one) => way(word("start_in", { group: one.title }), () => enter(one))));
}

function fill(title, text, ways) {
  const dialog = byId("share");
  dialog.querySelector("h2").textContent = word(title);
  dialog.querySelector("blockquote").textContent = text;
  dialog.querySelector(".ways").replaceChildren(...(ways.length ? ways : [make("p", { className: "quiet" }, word("no_group", { name: player().name }))]));
  dialog.showModal();
}
