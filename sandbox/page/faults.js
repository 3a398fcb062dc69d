// What goes wrong: switches for as long as they are on, and one fault for the next message.
import { byId, post } from "./dom.js";
import { player, scene } from "./scene.js";
import { word } from "./words.js";

const SWITCHES = ["errors", "latency", "cut_before", "cut_after", "outage"];

export function showFaults() {
  const { faults } = scene.state;
  const { elements } = byId("faults");
  const { name, blocked } = player();
  elements.flood.value = faults.flood ?? "none";
  for (const one of SWITCHES) elements[one].checked = faults[one];
  elements.blocked.checked = blocked;
  byId("block-label").textContent = word("block", { name });
  byId("block-about").textContent = word("block_about", { name });
  byId("flood-about").textContent = word(`flood_${faults.flood ?? "none"}`);
  byId("planned").textContent = faults.planned ? word("planned", { n: faults.planned }) : "";
  byId("fault-count").textContent = faults.count ? word("count", { n: faults.count }) : "";
  showSum();
}

/** How much is on, and for how long messages still have to wait. */
function showSum() {
  const { faults } = scene.state;
  const on = SWITCHES.filter((one) => faults[one]).length + Number(player().blocked) + Number(Boolean(faults.flood)) + faults.planned + Number(faults.wait > 0);
  byId("faults-on").hidden = on === 0;
  byId("faults-on").textContent = word("faults_on", { n: on });
  byId("mend").hidden = on === 0;
  byId("waiting").textContent = faults.wait > 0 ? word("waiting", { n: faults.wait }) : "";
}

function passSecond() {
  if (!(scene.state?.faults.wait > 0)) return;
  scene.state.faults.wait -= 1;
  showSum();
}

/** Send the switches as they stand. */
function send(event) {
  const { elements } = byId("faults");
  if (event.target.name === "blocked") return post("block", { person: scene.person, blocked: elements.blocked.checked });
  const switches = Object.fromEntries(SWITCHES.map((one) => [one, elements[one].checked]));
  return post("faults", { flood: elements.flood.value === "none" ? null : elements.flood.value, ...switches });
}

function prepare(event) {
  event.preventDefault();
  const { kind, seconds } = byId("once").elements;
  post("next", { kind: kind.value, seconds: Number(seconds.value) });
}

export function wireFaults() {
  const once = byId("once");
  byId("faults").addEventListener("change", send);
  once.addEventListener("submit", prepare);
  once.elements.kind.addEventListener("change", () => { byId("seconds").hidden = once.elements.kind.value !== "wait"; });
  byId("mend").addEventListener("click", () => post("mend", {}));
  setInterval(passSecond, 1000);
}
