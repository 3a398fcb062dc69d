// The page's own labels, days and hours, in the language chosen.
import en from "./labels-en.js";
import fr from "./labels-fr.js";
import it from "./labels-it.js";

const WORDS = { it, en, fr };

let language = localStorage.getItem("language") in WORDS ? localStorage.getItem("language") : "it";

export const spoken = () => language;

export function speak(chosen) {
  language = chosen;
  localStorage.setItem("language", chosen);
}

/** A label of the page with {slots} filled. */
export function word(key, slots = {}) {
  return fill(WORDS[language][key], slots);
}

export const steps = (slots) => WORDS[language].steps.map((step) => fill(step, slots));

const fill = (text, slots) => text.replace(/\{(\w+)\}/g, (_, name) => slots[name] ?? "");

/** A label given by the server: one text, or one per language. */
export const worded = (label) => label[language] ?? label[""] ?? label.it ?? Object.values(label)[0] ?? "";

// British dates: the 24-hour clock is what is written on the posters.
const LOCALES = { en: "en-GB" };
const inRome = (options) => new Intl.DateTimeFormat(LOCALES[language] ?? language, { timeZone: "Europe/Rome", ...options });

export const hour = (date) => inRome({ hour: "2-digit", minute: "2-digit" }).format(date);
export const day = (date) => inRome({ weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(date);
export const shortly = (date) =>
  inRome({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).format(date);
