// What the bot asked of Telegram, newest first; each unfolds to its parameters and the answer.
import { byId, make, reconcile } from "./dom.js";
import { scene } from "./scene.js";
import { word } from "./words.js";

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

export function showCalls() {
  byId("no-calls").hidden = scene.state.calls.length > 0;
  reconcile(byId("calls"), scene.state.calls, (one) => one.number, call);
}
