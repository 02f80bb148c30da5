// @ts-check
/** What has been changed of a briefing, kept in this browser for this file alone; some browsers do not let a file keep anything. */

/**
 * @typedef {object} Kept
 * @property {string} deck
 * @property {string} noted figures heard, as JSON
 */

/** A number for a text (FNV-1a), to tell one file from another. @param {string} text */
function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}

export class Keep {
  /** @param {string} content of the file as it came */
  constructor(content) {
    this._key = `duibiao.briefing.${hash(content)}`;
  }

  /** @returns {Kept | undefined} */
  read() {
    try {
      const { deck, noted } = JSON.parse(localStorage.getItem(this._key) ?? "");
      return typeof deck === "string" && typeof noted === "string" ? { deck, noted } : undefined;
    } catch {
      return undefined;
    }
  }

  /** Whether it could be kept. @param {Kept} kept */
  write(kept) {
    try {
      localStorage.setItem(this._key, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  forget() {
    try {
      localStorage.removeItem(this._key);
    } catch {
      // then nothing was kept
    }
  }
}
