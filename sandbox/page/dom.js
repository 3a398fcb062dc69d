// Everything on the page is built from nodes and text, never from markup in a string.

/** An element with properties and children; strings become text. */
export function make(tag, properties = {}, ...children) {
  const { data = {}, aria = {}, ...rest } = properties;
  const node = Object.assign(document.createElement(tag), rest);
  Object.assign(node.dataset, data);
  Object.entries(aria).forEach(([name, value]) => node.setAttribute(name === "role" ? name : `aria-${name}`, value));
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** Bring `parent` in line with `items`, keeping the nodes (and focus) of those that did not change. */
export function reconcile(parent, items, key, build) {
  const old = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  let place = parent.firstChild;
  for (const item of items) {
    const name = String(key(item));
    const face = JSON.stringify(item);
    let node = old.get(name);
    old.delete(name);
    if (!node || node.face !== face) {
      const fresh = Object.assign(build(item, node), { face });
      fresh.dataset.key = name;
      if (node === place) place = node?.nextSibling ?? null;
      node?.remove();
      node = fresh;
    }
    if (node === place) place = node.nextSibling;
    else parent.insertBefore(node, place);
  }
  old.forEach((node) => node.remove());
}

export async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`/sandbox/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) toast((await response.json()).error);
}

export function toast(text) {
  const note = make("p", { className: "toast" }, text);
  byId("toasts").append(note);
  setTimeout(() => note.remove(), 3500);
}
