// Inline mode: "@bot something" in the text field of any chat offers cards to send there.
import { byId, make, post, reconcile } from "./dom.js";
import { act, scene } from "./scene.js";
import { spoken, word } from "./words.js";

const PATIENCE = 250;
let timer = 0;

/** What follows the bot's name in the field; null when the field does not begin with it. */
function asked() {
  const [name, ...rest] = byId("text").value.split(/\s/);
  const called = name.toLowerCase() === `@${scene.state.bot.username}`.toLowerCase();
  return called && /\s/.test(byId("text").value) ? rest.join(" ").trim() : null;
}

/** Ask the bot, once nobody types for a moment. */
export function search() {
  clearTimeout(timer);
  const text = asked();
  if (text !== null && text !== scene.state.search?.text) timer = setTimeout(() => post("search", { person: scene.person, text }), PATIENCE);
  showResults();
}

function card(result) {
  const node = make("button", { type: "button", className: "entry found" }, make("b", {}, result.title), make("span", {}, result.description));
  node.addEventListener("click", () => { act("choose", { result: result.id }); clear(); });
  return make("li", {}, node);
}

export function showResults() {
  const text = asked();
  byId("search").hidden = text === null;
  if (text === null) return;
  const found = scene.state.search?.text === text && scene.state.search.answered ? scene.state.search.results : null;
  const slots = { bot: scene.state.bot.username, n: found?.length };
  byId("found").textContent = word(found === null ? "searching" : found.length ? "results" : "no_results", slots);
  reconcile(byId("results"), (found ?? []).map((one) => ({ ...one, spoken: spoken() })), (one) => one.id, card);
}

/** The arrows go from the field into the cards and among them; Escape goes back. */
function steer(event, leave) {
  const cards = [...byId("results").querySelectorAll("button")];
  if (byId("search").hidden || !cards.length) return;
  const at = cards.indexOf(document.activeElement);
  if (event.key === "Escape") leave();
  else if (event.key === "ArrowDown") cards[Math.min(at + 1, cards.length - 1)].focus();
  else if (event.key === "ArrowUp") (at > 0 ? cards[at - 1] : at === 0 ? byId("text") : cards.at(-1)).focus();
  else return;
  event.preventDefault();
}

let clear = () => {};

/** `write(text)` fills the field. */
export function wireSearch(write) {
  clear = () => { write(""); byId("text").focus(); };
  byId("text").addEventListener("input", search);
  [byId("text"), byId("results")].forEach((node) => node.addEventListener("keydown", (event) => steer(event, clear)));
}
