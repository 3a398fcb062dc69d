// The page's own labels. {name} and {organiser} are people of the cast.
const WORDS = {
  it: {
    tagline: "Un Telegram finto, per provare il bot senza token",
    people: "Persone", chat: "Chat", time: "Tempo", faults: "Guasti", calls: "Chiamate del bot",
    organiser: "organizza", language: "Lingua della pagina", messages: "Messaggi", sections: "Parti della pagina",
    story: "Una storia da provare",
    steps: [
      "Sei {name}: premi Avvia e chiedi di ricevere i promemoria.",
      "Chiedi al bot con parole tue: «dov’è l’incontro?», «a che ora?».",
      "Passa a {organiser}, che organizza: scrivi un annuncio con /annuncia.",
      "Viaggia nel tempo e guarda che cosa arriva, e a chi.",
      "Accendi un guasto: il bot deve cavarsela lo stesso.",
    ],
    hint: "Scrivi /start o premi Avvia", start: "Avvia", write: "Scrivi un messaggio", send: "Invia",
    commands: "Comandi", no_menu: "Il bot non ha ancora un menu di comandi.",
    as: "{name} parla con il bot", typing: "sta scrivendo…", blocked: "{name} ha bloccato il bot",
    block: "{name} blocca il bot (403)", you: "Tu", edited: "modificato", file: "Scarica", forwarded: "inoltrato",
    photo: "Foto", open: "Apri", place: "Luogo", unknown: "Messaggio di un altro tipo", pinned: "fissato",
    quoted: "In risposta a", reply: "Rispondi", no_reply: "Non rispondere", opens: "Chi apre questo link?", nobody: "Nessuno", copied: "Copiato", hour: "+1 ora", day: "+1 giorno", week: "+1 settimana",
    jump: "Salta avanti", past: "passato", travelling: "In viaggio verso {when}…", flood: "Limite di invii (429)",
    none: "nessuno", mild: "mite", strict: "severo", errors: "Errori 500, uno su due",
    latency: "Risposte lente (1,5 s)", cut_before: "Linea tagliata prima dell’invio",
    cut_after: "Linea tagliata dopo l’invio", outage: "Telegram non risponde", count: "Guasti avvenuti: {n}", faults_on: "{n} attivi",
    no_calls: "Qui compare ogni chiamata che il bot fa a Telegram.", cut: "tagliata", ok: "Va bene",
    attach: "Allega", attach_files: "Foto, video o file", attach_files_about: "più d’uno: un album",
    where: "Latitudine, longitudine", lost: "Collegamento perso: riprovo…", unread: "{n} da leggere",
  },
  en: {
    tagline: "A pretend Telegram, to try the bot without a token",
    people: "People", chat: "Chat", time: "Time", faults: "Faults", calls: "The bot’s calls",
    organiser: "organises", language: "Language of the page", messages: "Messages", sections: "Parts of the page",
    story: "A story to play",
    steps: [
      "You are {name}: press Start and ask for reminders.",
      "Ask the bot in your own words: “where is the meeting?”, “at what time?”.",
      "Become {organiser}, who organises: write an announcement with /announce.",
      "Travel in time and see what arrives, and to whom.",
      "Switch on a fault: the bot has to cope.",
    ],
    hint: "Write /start or press Start", start: "Start", write: "Write a message", send: "Send",
    commands: "Commands", no_menu: "The bot has no command menu yet.",
    as: "{name} talks to the bot", typing: "is typing…", blocked: "{name} has blocked the bot",
    block: "{name} blocks the bot (403)", you: "You", edited: "edited", file: "Download", forwarded: "forwarded",
    photo: "Photo", open: "Open", place: "Place", unknown: "A message of another kind", pinned: "pinned",
    quoted: "In reply to", reply: "Reply", no_reply: "Do not reply", opens: "Who opens this link?", nobody: "Nobody", copied: "Copied", hour: "+1 hour", day: "+1 day", week: "+1 week",
    jump: "Jump ahead", past: "past", travelling: "On the way to {when}…", flood: "Sending limit (429)",
    none: "none", mild: "mild", strict: "strict", errors: "500 errors, every other call",
    latency: "Slow answers (1.5 s)", cut_before: "Line cut before the call", cut_after: "Line cut after the call",
    outage: "Telegram does not answer", count: "Faults so far: {n}", faults_on: "{n} on",
    no_calls: "Every call the bot makes to Telegram appears here.", cut: "cut", ok: "OK",
    attach: "Attach", attach_files: "Photo, video or file", attach_files_about: "several: an album",
    where: "Latitude, longitude", lost: "Connection lost, trying again…", unread: "{n} unread",
  },
  fr: {
    tagline: "Un faux Telegram, pour essayer le bot sans jeton",
    people: "Personnes", chat: "Chat", time: "Temps", faults: "Pannes", calls: "Appels du bot",
    organiser: "organise", language: "Langue de la page", messages: "Messages", sections: "Parties de la page",
    story: "Une histoire à jouer",
    steps: [
      "Vous êtes {name} : appuyez sur Démarrer et demandez les rappels.",
      "Demandez au bot avec vos mots : « où est la rencontre ? », « à quelle heure ? ».",
      "Devenez {organiser}, qui organise : écrivez une annonce avec /announce.",
      "Voyagez dans le temps et regardez ce qui arrive, et à qui.",
      "Provoquez une panne : le bot doit s’en sortir.",
    ],
    hint: "Écrivez /start ou appuyez sur Démarrer", start: "Démarrer", write: "Écrire un message", send: "Envoyer",
    commands: "Commandes", no_menu: "Le bot n’a pas encore de menu de commandes.",
    as: "{name} parle avec le bot", typing: "écrit…", blocked: "{name} a bloqué le bot",
    block: "{name} bloque le bot (403)", you: "Vous", edited: "modifié", file: "Télécharger", forwarded: "transféré",
    photo: "Photo", open: "Ouvrir", place: "Lieu", unknown: "Message d’un autre type", pinned: "épinglé",
    quoted: "En réponse à", reply: "Répondre", no_reply: "Ne pas répondre", opens: "Qui ouvre ce lien ?", nobody: "Personne", copied: "Copié", hour: "+1 heure", day: "+1 jour", week: "+1 semaine",
    jump: "Avancer", past: "passé", travelling: "En route vers {when}…", flood: "Limite d’envoi (429)",
    none: "aucune", mild: "douce", strict: "sévère", errors: "Erreurs 500, une fois sur deux",
    latency: "Réponses lentes (1,5 s)", cut_before: "Ligne coupée avant l’envoi",
    cut_after: "Ligne coupée après l’envoi", outage: "Telegram ne répond pas", count: "Pannes survenues : {n}", faults_on: "{n} actives",
    no_calls: "Chaque appel du bot à Telegram apparaît ici.", cut: "coupé", ok: "D’accord",
    attach: "Joindre", attach_files: "Photo, vidéo ou fichier", attach_files_about: "plusieurs : un album",
    where: "Latitude, longitude", lost: "Connexion perdue, nouvel essai…", unread: "{n} non lus",
  },
};

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
