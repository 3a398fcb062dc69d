// The sandbox's clock and the journeys in time.
import { byId, make, post, reconcile } from "./dom.js";
import { scene } from "./scene.js";
import { day, hour, shortly, spoken, word, worded } from "./words.js";

let shownAt = Date.now();
let sandboxNow = new Date();

/** Show the sandbox's present; it runs on by itself until the next state. */
export function tick() {
  const now = new Date(sandboxNow.getTime() + Date.now() - shownAt);
  byId("day").textContent = day(now);
  byId("hour").textContent = hour(now);
  byId("small-clock").textContent = shortly(now);
}

function stop(item, travelling) {
  const at = new Date(item.at);
  const label = make("span", {}, worded(item.label));
  const when = make("small", {}, item.past ? word("past") : shortly(at));
  const className = item.past ? "past" : "";
  const node = make("button", { type: "button", className, disabled: item.past || travelling }, label, when);
  node.addEventListener("click", () => post("travel", { at: item.at }));
  return make("li", {}, node);
}

export function showTime() {
  const { state } = scene;
  shownAt = Date.now();
  sandboxNow = new Date(state.now);
  tick();
  const travelling = state.destination !== null;
  byId("journey").textContent = travelling ? word("travelling", { when: shortly(new Date(state.destination)) }) : "";
  document.body.classList.toggle("travelling", travelling);
  reconcile(byId("stops"), state.stops.map((one) => ({ ...one, travelling, spoken: spoken() })), (one) => one.at, (one) => stop(one, travelling));
  byId("jumps").querySelectorAll("button").forEach((node) => (node.disabled = travelling));
}

export function wireTime() {
  document.querySelectorAll("#jumps button").forEach((node) => node.addEventListener("click", () => post("travel", { minutes: Number(node.dataset.minutes) })));
}
