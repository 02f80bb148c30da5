// @ts-check
/**
 * The names of a dataset in traditional Chinese where it gives them in simplified only. Fetched for zh-Hant, and for a briefing that is saved.
 * The table is made of OpenCC's dictionaries (Apache License 2.0) by xtask/src/hant.rs.
 */
import { CHARACTERS, EXCEPTIONS, PAIRS, WORDS } from "./hant-table.js";

/** What a character becomes. @type {Map<string, string>} */
const characters = new Map();
/** What a phrase becomes. @type {Map<string, string>} */
const phrases = new Map();
/** How long the longest phrase is that begins with a character. @type {Map<string, number>} */
const longest = new Map();

/** @param {string} text */
const alone = (text) => Array.from(text, (one) => characters.get(one) ?? one).join("");

/** @param {string} simplified @param {string} traditional */
function add(simplified, traditional) {
  const [first] = simplified;
  phrases.set(simplified, traditional);
  longest.set(first, Math.max(longest.get(first) ?? 0, simplified.length));
}

const pairs = Array.from(CHARACTERS);
for (let at = 0; at < pairs.length; at += 2) characters.set(pairs[at], pairs[at + 1]);
// quotation marks too, as the widget's own sentences have them
characters.set("\u201c", "\u300c").set("\u201d", "\u300d");
for (const line of EXCEPTIONS.split("\n")) {
  // a character, what it becomes in the phrases that follow
  const [from, to] = line;
  for (const phrase of line.slice(from.length + to.length).split(" ")) add(phrase, alone(phrase.split(from).join("\n")).split("\n").join(to));
}
for (const pair of PAIRS.split(" ")) {
  const both = Array.from(pair);
  add(both.slice(0, both.length / 2).join(""), both.slice(both.length / 2).join(""));
}
for (const line of WORDS.split("\n")) {
  // the end of a word, all its beginnings
  const [end, ...starts] = line;
  for (const start of starts) add(start + end, alone(start + end));
}

/** A text in traditional Chinese: the longest phrase at each place, else the character. @param {string} text */
export function traditional(text) {
  let out = "";
  for (let at = 0; at < text.length; ) {
    const first = String.fromCodePoint(/** @type {number} */ (text.codePointAt(at)));
    let length = Math.min(longest.get(first) ?? 0, text.length - at);
    let phrase;
    for (; length > first.length; length--) {
      phrase = phrases.get(text.slice(at, at + length));
      if (phrase) break;
    }
    out += phrase ?? characters.get(first) ?? first;
    at += phrase ? length : first.length;
  }
  return out;
}

const STRING = '"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"';
const NAMES = "title|publisher|name|short|definition|group|scope|owner|note";
/** What is shown of a dataset: names and remarks, which may have a form for each language; sections of documents. */
const SHOWN = new RegExp(`("(?:${NAMES})"\\s*:\\s*)(?:(${STRING})|(\\{(?:[^"{}]|${STRING})*\\}))|("locator"\\s*:\\s*)(${STRING})`, "g");
const SIMPLIFIED = new RegExp(`"zh-Hans"\\s*:\\s*(${STRING})`);
const GIVEN = new RegExp(`"zh-Hant"\\s*:\\s*${STRING}`);
const NONE = /\s*"zh-Hant"\s*:\s*null\s*,|,\s*"zh-Hant"\s*:\s*null/;

/**
 * A dataset as JSON with its names in traditional Chinese added, sections of documents put into it. It stays text: the
 * core reads numbers with the decimals they are written with, which no JavaScript number keeps.
 * @param {string} json @param {boolean} [only] whether nothing else is read of it, so that sections, which have one form, take that
 */
export function localised(json, only = true) {
  /** @type {Map<string, string>} */
  const known = new Map();
  /** @param {string} literal */
  const converted = (literal) => {
    let found = known.get(literal);
    if (found === undefined) {
      found = traditional(literal.includes("\\u") ? JSON.stringify(JSON.parse(literal)) : literal);
      known.set(literal, found);
    }
    return found;
  };
  return json.replace(SHOWN, (all, key, plain, object, section, locator) => {
    if (section) return only ? section + converted(locator) : all;
    if (plain) return converted(plain) === plain ? all : `${key}{"zh-Hans":${plain},"zh-Hant":${converted(plain)}}`;
    const simplified = SIMPLIFIED.exec(object);
    if (!simplified || GIVEN.test(object)) return all;
    return key + object.replace(NONE, "").replace(SIMPLIFIED, (member) => `${member},"zh-Hant":${converted(simplified[1])}`);
  });
}
