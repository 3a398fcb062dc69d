// One message as a bubble: text, file, place, and the buttons below it.
import { make, toast } from "./dom.js";
import { rich } from "./rich.js";
import { hour, word } from "./words.js";

const address = (file) => `/sandbox/files/${encodeURIComponent(file.file_id)}`;
const size = (bytes) => (bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} kB`);

function picture(message) {
  const href = address(message.photo.at(-1));
  const image = make("img", { src: href, alt: message.caption ?? word("photo"), loading: "lazy" });
  return make("a", { className: "photo", href, target: "_blank", rel: "noopener" }, image);
}

function film(message) {
  return make("video", { className: "film", src: address(message.video), controls: true, preload: "metadata" });
}

function download(file, name) {
  const about = make("span", {}, make("b", {}, name), make("small", {}, `${word("file")} · ${size(file.file_size)}`));
  return make("a", { className: "file", href: address(file), download: name }, make("span", { className: "icon", aria: { hidden: "true" } }, "📄"), about);
}

function place(location, title, where) {
  const { latitude, longitude } = location;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  const about = make("span", {}, make("b", {}, title), make("small", {}, where));
  return make("a", { className: "file", href, target: "_blank", rel: "noopener noreferrer" }, make("span", { className: "icon", aria: { hidden: "true" } }, "📍"), about);
}

function attachment(message) {
  if (message.photo) return message.mime?.startsWith("image/") ? picture(message) : download(message.photo.at(-1), word("photo"));
  if (message.venue) return place(message.venue.location, message.venue.title, message.venue.address);
  if (message.location) return place(message.location, word("place"), `${message.location.latitude}, ${message.location.longitude}`);
  if (message.video && message.mime?.startsWith("video/")) return film(message);
  for (const kind of ["animation", "document", "video", "audio", "voice", "sticker"]) {
    if (message[kind]?.file_id) return download(message[kind], message[kind].file_name ?? message[kind].emoji ?? kind);
  }
  return null;
}

function pressed(button, node, message, act) {
  if (button.copy_text) return navigator.clipboard?.writeText(button.copy_text.text).then(() => toast(word("copied")));
  if (!button.callback_data) return null;
  node.classList.add("waiting");
  setTimeout(() => node.classList.remove("waiting"), 1200);
  return act.press(message.message_id, button.callback_data);
}

function key(button, message, act) {
  const properties = { className: `key ${button.style ?? ""}` };
  const inside = button.url ? act.follow(button.url) : null;
  if (inside) {
    const opener = make("button", { ...properties, type: "button" }, button.text);
    opener.addEventListener("click", inside);
    return opener;
  }
  if (button.url) {
    const outside = { href: button.url, target: "_blank", rel: "noopener noreferrer" };
    return make("a", { ...properties, ...outside }, button.text, make("span", { className: "corner", aria: { hidden: "true" } }, "↗"));
  }
  const node = make("button", { ...properties, type: "button" }, button.text);
  node.addEventListener("click", () => pressed(button, node, message, act));
  return node;
}

function keyboard(message, act) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return make("div", { className: "keys" }, ...rows.map((row) => make("div", {}, ...row.map((button) => key(button, message, act)))));
}

function quoted(message) {
  const reply = message.reply_to_message;
  if (!reply) return null;
  return make("p", { className: "quoted" }, make("span", { className: "unseen" }, word("quoted")), reply.text ?? reply.caption ?? "📎");
}

function answer(message, act) {
  const node = make("button", { type: "button", className: "answer", title: word("reply"), aria: { label: word("reply") } }, "↩");
  node.addEventListener("click", () => act.reply(message));
  return node;
}

function foot(message, act) {
  const notes = [message.forward_origin && word("forwarded"), message.edit_date && word("edited")].filter(Boolean);
  const time = hour(new Date(message.date * 1000));
  const about = [...message.reactions, ...notes, time].join(" · ");
  return make("small", { className: "foot" }, message.mine ? null : answer(message, act), about);
}

function head(message) {
  const via = message.via_bot ? word("via", { bot: message.via_bot.username }) : null;
  const parts = [message.sender, via].filter(Boolean);
  return parts.length ? make("p", { className: "sender" }, parts.join(" ")) : null;
}

/** A list item for a message; `act` has press(message, data), reply(message) and what rich needs.

`mine` says on which side it stands, `sender` who wrote it where that is not clear. */
export function bubble(message, act) {
  const text = message.text ?? message.caption ?? "";
  const file = attachment(message);
  const entities = message.entities ?? message.caption_entities;
  const body = text ? make("div", { className: "text" }, ...rich(text, entities, act)) : null;
  const odd = !text && !file ? make("p", { className: "odd" }, word("unknown")) : null;
  const side = message.mine ? "mine" : "theirs";
  const box = make("div", { className: "bubble", dir: "auto" }, head(message), quoted(message), file, body, odd, foot(message, act));
  return make("li", { className: side }, box, keyboard(message, act));
}
