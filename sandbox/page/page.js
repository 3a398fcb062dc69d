// The page: asks for the state whenever something changed, and shows it.
import { wireAttach } from "./attach.js";
import { showCalls } from "./calls.js";
import { showTime, tick, wireTime } from "./clock.js";
import { answerTo, showMenu, wireComposer } from "./composer.js";
import { byId } from "./dom.js";
import { showFaults, wireFaults } from "./faults.js";
import { follow, wireLinks } from "./links.js";
import { markSeen, showPeople } from "./people.js";
import { act, isIn, say, scene } from "./scene.js";
import { search, showResults } from "./search.js";
import { showTalk, wireTalk } from "./talk.js";
import { speak, spoken, word } from "./words.js";

let busy = false;
let again = false;

const acts = {
  say,
  follow,
  reply: answerTo,
  press: (message, data) => act("press", { message, data }),
};

function showWords() {
  document.documentElement.lang = spoken();
  document.querySelectorAll("[data-word]").forEach((node) => (node.textContent = word(node.dataset.word)));
  document.querySelectorAll("[data-label]").forEach((node) => node.setAttribute("aria-label", word(node.dataset.label)));
  document.querySelectorAll("[data-placeholder]").forEach((node) => (node.placeholder = word(node.dataset.placeholder)));
  document.querySelectorAll("[data-language]").forEach((node) => node.setAttribute("aria-pressed", node.dataset.language === spoken()));
}

function show(moved) {
  markSeen();
  showPeople(choose);
  showTalk(moved, acts, choose);
  showMenu();
  showResults();
  showTime();
  showFaults();
  showCalls();
}

async function refresh(moved = false) {
  if (busy) { again ||= moved || "again"; return; }
  busy = true;
  const chat = scene.group ?? scene.person;
  const response = await fetch(`/sandbox/state?person=${scene.person}&chat=${chat}`).catch(() => null);
  if (response?.ok) {
    scene.state = await response.json();
    if (chat === (scene.group ?? scene.person)) show(moved);
  }
  busy = false;
  if (scene.state?.chat.typing) setTimeout(refresh, 5000);
  if (again) { const next = again === true; again = false; refresh(next); }
}

/** Play a person in a chat. Without a person, who is played stays, if in the group; else its first member. */
function choose(person, group = null) {
  const chosen = scene.state.groups.find((one) => one.id === group);
  scene.person = person ?? (isIn(chosen) ? scene.person : chosen.members[0].id);
  scene.group = group;
  answerTo(null);
  sessionStorage.setItem("person", scene.person);
  sessionStorage.setItem("group", group ?? "");
  open("chat");
  search();
  refresh(true);
}

function open(tab) {
  document.body.dataset.tab = tab;
  byId("tabs").querySelectorAll("button").forEach((node) => node.setAttribute("aria-current", node.dataset.tab === tab));
  if (scene.state) { markSeen(); showPeople(choose); }
}

function listen() {
  const stream = new EventSource("/sandbox/stream");
  stream.onmessage = () => { byId("lost").hidden = true; refresh(); };
  stream.onerror = () => { byId("lost").hidden = false; };
}

function wire() {
  [wireAttach, wireComposer, wireTalk, wireTime, wireFaults].forEach((each) => each());
  wireLinks(choose);
  document.querySelectorAll("#tabs button").forEach((node) => node.addEventListener("click", () => open(node.dataset.tab)));
  document.querySelectorAll("[data-language]").forEach((node) => node.addEventListener("click", () => { speak(node.dataset.language); showWords(); show(true); }));
}

/** Whom and where the browser remembers, if the sandbox still has them. */
async function remembered() {
  const first = (await (await fetch("/sandbox/people")).json());
  const [person, group] = ["person", "group"].map((name) => Number(sessionStorage.getItem(name)));
  scene.person = first.some((one) => one.id === person) ? person : (first.find((one) => !one.organiser) ?? first[0]).id;
  await refresh(true);
  const chosen = scene.state.groups.find((one) => one.id === group);
  if (chosen && isIn(chosen)) choose(scene.person, group);
}

async function begin() {
  showWords();
  wire();
  open("chat");
  await remembered();
  listen();
  setInterval(tick, 1000);
}

begin();
