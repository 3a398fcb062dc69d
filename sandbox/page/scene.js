// Who is played, in which chat, and the sandbox's state as last seen.
import { post } from "./dom.js";

/** `group` is null in the player's own chat with the bot. */
export const scene = { person: 0, group: null, state: null };

export const player = () => scene.state.people.find((one) => one.id === scene.person);
export const openGroup = () => scene.state.groups.find((one) => one.id === scene.group) ?? null;
export const nameOf = (id) => scene.state.people.find((one) => one.id === id)?.name ?? "";
export const isIn = (group, id = scene.person) => group.members.some((one) => one.id === id);
export const resident = () => scene.state.people.find((one) => !one.organiser) ?? scene.state.people[0];
export const organiser = () => scene.state.people.find((one) => one.organiser) ?? scene.state.people.at(-1);

/** The player does something in the chat that is open. */
export const act = (name, what = {}) => post(name, { person: scene.person, chat: scene.group ?? scene.person, ...what });

/** In a group a command names its bot, as Telegram's own menu does. */
export function say(text) {
  const command = scene.group && /^\/\w+$/.test(text);
  return act("say", { text: command ? `${text}@${scene.state.bot.username}` : text });
}
