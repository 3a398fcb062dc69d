// The left-hand column: people and groups to choose from, what they have not read, and the story.
import { byId, make, reconcile } from "./dom.js";
import { nameOf, openGroup, organiser, player, resident, scene } from "./scene.js";
import { spoken, steps, word, worded } from "./words.js";

const seenKey = (id) => `seen-${scene.state.boot}-${id}`;
const unread = (chat) => chat.received.filter((id) => id > Number(sessionStorage.getItem(seenKey(chat.id)) ?? 0)).length;

function entry(item, avatar, name, about, choose) {
  const badge = item.unread ? make("b", { className: "badge", aria: { label: word("unread", { n: item.unread }) } }, String(item.unread)) : null;
  const lines = make("span", { className: "lines" }, name, make("span", { className: "about" }, about));
  const button = make("button", { type: "button", aria: { current: String(item.chosen) } }, avatar, lines, badge);
  button.addEventListener("click", choose);
  return make("li", {}, button);
}

function face(one, choose) {
  const initial = make("span", { className: `avatar hue-${one.index % 6}`, aria: { hidden: "true" } }, one.name.slice(0, 1));
  const tag = one.organiser ? make("em", {}, word("organiser")) : null;
  const name = make("span", { className: "name" }, make("b", {}, one.name), tag, make("i", { aria: { hidden: "true" } }, one.language));
  return entry(one, initial, name, one.preview || worded(one.role), () => choose(one.id));
}

function circle(one, choose) {
  const sign = make("span", { className: "avatar hue-1", aria: { hidden: "true" } }, "👥");
  const name = make("span", { className: "name" }, make("b", {}, one.title));
  return entry(one, sign, name, one.preview || one.members.map((member) => nameOf(member.id)).join(", "), () => choose(null, one.id));
}

function list(id, items, build) {
  const focused = document.activeElement?.closest(`#${id} li`)?.dataset.key;
  reconcile(byId(id), items, (one) => one.id, build);
  if (focused) byId(id).querySelector(`[data-key="${focused}"] button`)?.focus();
}

function showStory() {
  const words = Object.entries(scene.state.words).map(([name, label]) => [name, worded(label)]);
  const slots = { name: resident().name, organiser: organiser().name, group: scene.state.groups[0]?.title, ...Object.fromEntries(words) };
  const story = steps(slots).filter((text, index) => slots.group || index !== 3);
  byId("steps").replaceChildren(...story.map((text) => make("li", {}, text)));
}

/** `choose(person, group)` opens a chat. */
export function showPeople(choose) {
  const shown = { spoken: spoken() };
  const people = scene.state.people.map((one, index) => ({ ...one, ...shown, index, unread: unread(one), chosen: !scene.group && one.id === scene.person }));
  const groups = scene.state.groups.map((one) => ({ ...one, ...shown, unread: unread(one), chosen: one.id === scene.group }));
  list("cast", people, (one) => face(one, choose));
  list("groups", groups, (one) => circle(one, choose));
  byId("groups-title").hidden = groups.length === 0;
  const all = [...people, ...groups].reduce((sum, one) => sum + one.unread, 0);
  byId("unread-all").hidden = all === 0;
  byId("unread-all").textContent = String(all);
  showStory();
}

/** What the open chat shows has been read, where it can be seen. */
export function markSeen() {
  const visible = document.body.dataset.tab === "chat" || matchMedia("(min-width: 1000px)").matches;
  const chat = openGroup() ?? player();
  if (visible) sessionStorage.setItem(seenKey(chat.id), chat.received.at(-1) ?? 0);
}
