// Photos, files, albums and places from the text field's paper clip; what is written there becomes the caption.
import { byId, post } from "./dom.js";
import { scene } from "./scene.js";
import { word } from "./words.js";

const PLACE = /^\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*$/;

function content(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, mime: file.type || "application/octet-stream", data: reader.result.split(",")[1] ?? "" });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

function taken() {
  const field = byId("text");
  const text = field.value.trim();
  field.value = "";
  return text;
}

async function sendFiles(input) {
  const files = await Promise.all([...input.files].map(content));
  input.value = "";
  if (files.length) await post("attach", { person: scene.person, files, caption: taken() });
}

function sendPlace() {
  const found = PLACE.exec(prompt(word("where"), "44.8846, 7.3319") ?? "");
  if (found) post("place", { person: scene.person, latitude: Number(found[1]), longitude: Number(found[2]) });
}

export function wireAttach() {
  const list = byId("attach");
  const toggle = (yes) => { list.hidden = !yes; byId("attach-button").setAttribute("aria-expanded", yes); };
  byId("attach-button").addEventListener("click", () => toggle(list.hidden));
  byId("attach-files").addEventListener("click", () => { toggle(false); byId("files").click(); });
  byId("attach-place").addEventListener("click", () => { toggle(false); sendPlace(); });
  byId("files").addEventListener("change", (event) => sendFiles(event.target));
  document.addEventListener("click", (event) => { if (!event.target.closest("#attach, #attach-button")) toggle(false); });
}
