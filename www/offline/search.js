// @ts-check
/** How many of the first numbers something holds for, if it holds up to some number and not beyond. @param {number} count @param {(at: number) => boolean} holds */
export function holding(count, holds) {
  let low = 0;
  while (low < count) {
    const middle = (low + count) >> 1;
    if (holds(middle)) low = middle + 1;
    else count = middle;
  }
  return low;
}
