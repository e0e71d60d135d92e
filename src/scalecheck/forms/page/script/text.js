// Texts: those of the answers, in one language or both, and what the page says by itself.

const own = (object, key) =>
  object !== null && typeof object === "object" && Object.hasOwn(object, key) ? object[key] : undefined;
const isMapping = value => value !== null && typeof value === "object" && !Array.isArray(value);
const listed = data => (data === undefined ? [] : Array.isArray(data) ? data : [data]);
const find = id => document.getElementById(id);
const form = find("form");

const BASE = JSON.parse(find("scalecheck-sheet").textContent);
const WORDS = JSON.parse(find("scalecheck-words").textContent);

let sheet = BASE; // the answers as they were last shown; what nobody touches comes back from here

const pageLanguage = () => document.documentElement.lang.slice(0, 2);
const sheetLanguage = () => own(sheet, "language") ?? "fr";

function say(key, facts = {}) {
  return WORDS[pageLanguage()][key].replace(/\{(\w+)\}/g, (all, name) => String(own(facts, name) ?? all));
}

// A text is bare in the language of the sheet, or says its languages.
function shown(data) {
  if (!isMapping(data)) return data ?? "";
  return own(data, pageLanguage()) ?? own(data, "fr") ?? own(data, "en") ?? "";
}

const written = typed => (pageLanguage() === sheetLanguage() ? typed : { [pageLanguage()]: typed });
const asTyped = typed => typed;

// What every form of ours can carry: plain line ends, no control character, no half of a pair.
const LINE_ENDS = /\r\n|[\r\x85\u2028\u2029]/g;
const UNSAID = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]/gu;
const tidy = text => text.replace(LINE_ENDS, "\n").replace(UNSAID, "");

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const isSlug = text => typeof text === "string" && text.length <= 80 && SLUG.test(text);

function slugOf(text) {
  const bare = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/œ/gi, "oe").toLowerCase();
  const cut = bare.replace(/[^a-z0-9]+/g, "-").slice(0, 60);
  return cut.replace(/^-+|-+$/g, "");
}

function unused(slug, taken) {
  for (let count = 2, name = slug; ; count += 1) {
    if (!taken.includes(name)) return name;
    name = `${slug}-${count}`;
  }
}

// Elements are made here and texts put in as texts: nothing is ever read as HTML.
function make(tag, text = "", attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
