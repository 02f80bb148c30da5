// @ts-check
/** Answers of the analysis, as `src/api/packed.rs` packs them. */

/** The upper half of a word that is no number: a NaN and what it is; a record has the last of them. */
const [NULL, FALSE, TRUE, TEXT, LIST] = [0, 1, 2, 3, 4].map((kind) => 0x7ff80000 + kind);

/**
 * The answer as plain objects, arrays and numbers.
 * @param {Uint32Array} words two a number or what is none, the lower half first; then lengths of texts, shapes and how many there are
 * @param {string} text all texts, then all keys
 * @returns {unknown}
 */
export function unpacked(words, text) {
  const texts = words[words.length - 2];
  const shapes = words[words.length - 1];
  let head = words.length - 2 - texts - 2 * shapes;
  const numbers = new Float64Array(words.buffer, words.byteOffset, head / 2);
  let letter = 0;
  /** The next text. @param {number} length */
  const take = (length) => text.slice(letter, (letter += length));
  const said = Array.from(words.subarray(head, (head += texts)), take);
  /** @type {string[][]} */
  const keys = [[]];
  for (; head < words.length - 2; head += 2) keys.push([...keys[words[head]], take(words[head + 1])]);

  let at = 0;
  /** @returns {unknown} */
  const read = () => {
    const word = at++;
    const number = numbers[word];
    return number === number ? number : special(words[2 * word], words[2 * word + 1]);
  };
  /** @param {number} which @param {number} kind */
  const special = (which, kind) => {
    if (kind === NULL) return null;
    if (kind === TEXT) return said[which];
    if (kind === FALSE || kind === TRUE) return kind === TRUE;
    if (kind === LIST) {
      const list = [];
      for (let item = 0; item < which; item++) list.push(read());
      return list;
    }
    /** @type {Record<string, unknown>} */
    const record = {};
    for (const key of keys[which]) record[key] = read();
    return record;
  };
  return read();
}
