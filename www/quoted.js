// @ts-check
/** Chinese among the words of another language is declared, so that it is read aloud and drawn as Chinese. */

const CHINESE = /([\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+)/;

/** Wraps every run of Chinese. @param {Element} inside */
export function declareQuoted(inside) {
  const walker = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    const pieces = text.data.split(CHINESE);
    const parent = text.parentElement;
    // declared before, or where no element may be
    if (pieces.length < 2 || parent?.lang || parent?.localName === "option") continue;
    text.replaceWith(
      ...pieces.map((piece, index) => {
        // what was split at stands at odd places
        if (index % 2 === 0) return piece;
        const span = document.createElement("span");
        span.lang = "zh-Hans";
        span.textContent = piece;
        return span;
      }),
    );
  }
}
