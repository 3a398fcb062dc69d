// Text with Telegram's entities as nodes. Offsets are UTF-16, which is how JavaScript counts too.
import { make } from "./dom.js";
import { shortly } from "./words.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote" };
const BLOCK = new Set(["blockquote", "expandable_blockquote", "pre"]);
const SAFE = /^(https?:|mailto:|tel:)/i;

function link(address, children, act) {
  const inside = act.follow(address);
  if (inside) return action(children, inside);
  const href = SAFE.test(address) ? address : `https://${address}`;
  if (/^[a-z][\w+.-]*:/i.test(address) && !SAFE.test(address)) return make("span", { className: "mention" }, ...children);
  return make("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function spoiler(children) {
  const node = make("button", { type: "button", className: "spoiler" }, ...children);
  node.addEventListener("click", () => node.classList.add("seen"));
  return node;
}

function action(children, act) {
  const node = make("button", { type: "button", className: "command" }, ...children);
  node.addEventListener("click", act);
  return node;
}

function element(entity, text, children, act) {
  switch (entity.type) {
    case "text_link": return link(entity.url, children, act);
    case "url": return link(text, children, act);
    case "email": return link(`mailto:${text}`, children, act);
    case "spoiler": return spoiler(children);
    case "bot_command": return action([text], () => act.say(text));
    case "date_time": return make("time", { title: shortly(new Date(entity.unix_time * 1000)) }, ...children);
    case "expandable_blockquote": return make("blockquote", { className: "expandable" }, ...children);
    default: return make(PLAIN[entity.type] ?? "span", { className: entity.type }, ...children);
  }
}

/** The text around a block, without the line break that the block brings by itself. */
function between(text, afterBlock, beforeBlock) {
  const start = afterBlock && text.startsWith("\n") ? 1 : 0;
  return beforeBlock && text.length > start && text.endsWith("\n") ? text.slice(start, -1) : text.slice(start);
}

/** Nodes for text[start, end); entities are nested by containment. */
function build(text, start, end, entities, act) {
  const nodes = [];
  let at = start;
  let previous = "";
  for (let index = 0; index < entities.length; ) {
    const entity = entities[index];
    const stop = Math.min(entity.offset + entity.length, end);
    const inner = [];
    while (++index < entities.length && entities[index].offset < stop) inner.push(entities[index]);
    nodes.push(between(text.slice(at, entity.offset), at > start && BLOCK.has(previous), BLOCK.has(entity.type)));
    previous = entity.type;
    const children = build(text, entity.offset, stop, inner, act);
    nodes.push(element(entity, text.slice(entity.offset, stop), children, act));
    at = stop;
  }
  return [...nodes, between(text.slice(at, end), BLOCK.has(previous), false)].filter((node) => node !== "");
}

/** The nodes of a text; `act` has say(command), and follow(address) for links into Telegram. */
export function rich(text, entities, act) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, sorted, act);
}
