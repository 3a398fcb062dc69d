// The right-hand column: the clock, the journeys, the faults and the bot's calls.
import { byId, make, post, reconcile } from "./dom.js";
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

export function showTime(state) {
  shownAt = Date.now();
  sandboxNow = new Date(state.now);
  tick();
  const travelling = state.destination !== null;
  byId("journey").textContent = travelling ? word("travelling", { when: shortly(new Date(state.destination)) }) : "";
  document.body.classList.toggle("travelling", travelling);
  reconcile(byId("stops"), state.stops.map((one) => ({ ...one, travelling, spoken: spoken() })), (one) => one.at, (one) => stop(one, travelling));
  byId("jumps").querySelectorAll("button").forEach((node) => (node.disabled = travelling));
}

export function showFaults(state, person) {
  const form = byId("faults");
  form.elements.flood.value = state.faults.flood ?? "none";
  for (const name of ["errors", "latency", "cut_before", "cut_after", "outage"]) form.elements[name].checked = state.faults[name];
  form.elements.blocked.checked = person.blocked;
  byId("block-label").textContent = word("block", { name: person.name });
  const on = [...form.querySelectorAll("[role=switch]:checked")].length + (state.faults.flood ? 1 : 0);
  byId("faults-on").hidden = on === 0;
  byId("faults-on").textContent = word("faults_on", { n: on });
  byId("fault-count").textContent = state.faults.count ? word("count", { n: state.faults.count }) : "";
}

/** Send the switches as they stand. */
export function setFaults(event, person) {
  const { elements } = byId("faults");
  if (event.target.name === "blocked") return post("block", { person, blocked: elements.blocked.checked });
  const on = (name) => elements[name].checked;
  return post("faults", {
    flood: elements.flood.value === "none" ? null : elements.flood.value, errors: on("errors"), latency: on("latency"),
    cut_before: on("cut_before"), cut_after: on("cut_after"), outage: on("outage"),
  });
}

async function unfold(details, number) {
  if (!details.open || details.dataset.full) return;
  details.dataset.full = "yes";
  const full = await (await fetch(`/sandbox/calls/${number}`)).json();
  details.append(make("pre", { tabIndex: 0 }, JSON.stringify(full, null, 2)));
}

function call(item) {
  const status = item.status || word("cut");
  const good = item.status === 200 ? "good" : "bad";
  const line = make("summary", {},
    make("span", { className: "method" }, item.method), make("span", { className: "to" }, item.chat),
    make("span", { className: `status ${good}` }, String(status)));
  const details = make("details", {}, line);
  details.addEventListener("toggle", () => unfold(details, item.number));
  return make("li", {}, details);
}

export function showCalls(state) {
  byId("no-calls").hidden = state.calls.length > 0;
  reconcile(byId("calls"), state.calls, (one) => one.number, call);
}
