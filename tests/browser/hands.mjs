// The part of Playwright's page that the tests use, for drivers that have keys, a mouse and scripts and no more.

import { until } from "./harness.mjs";

/**
 * @param {object} driver
 * @param {(fn: Function, argument?: unknown) => Promise<any>} driver.evaluate
 * @param {(source: string, argument?: unknown) => Promise<any>} driver.run a function as text
 * @param {(keys: { key: string, isDown: boolean }[]) => Promise<unknown>} driver.keys
 * @param {{ move: Function, down: Function, up: Function }} driver.mouse
 * @param {(size: { width: number, height: number }) => Promise<unknown>} driver.resize
 * @param {{ route: Function, unroute: Function, unrouteAll: Function }} routes
 */
export function handsOf({ evaluate, run, keys, mouse, resize }, routes) {
  const press = (combination) => {
    // a plus is a key too
    const names = combination.split(/(?<=.)\+/).map((name) => (name === "Space" ? " " : name));
    const down = names.map((key) => ({ key, isDown: true }));
    return keys([...down, ...names.map((key) => ({ key, isDown: false })).reverse()]);
  };
  const type = (text) => keys([...text].flatMap((key) => [true, false].map((isDown) => ({ key, isDown }))));
  const click = async (x, y) => {
    await mouse.move(x, y);
    await mouse.down();
    await mouse.up();
  };
  const page = {
    evaluate,
    keyboard: { press, type },
    mouse: { ...mouse, click },
    setViewportSize: resize,
    ...routes,
    waitForFunction: (fn, argument) => until(() => evaluate(fn, argument)),
    locator: (selector) => locator(selector),
  };

  /** All that match or, of them, one. */
  function locator(selector, index = 0) {
    const ask = (fn, argument) => run(`(given) => { const all = (${matching})(given.selector); return (${fn})(all, given.argument, given.index); }`, { selector, argument, index });
    /** Asks of the one, which may still be on its way. */
    const one = async (fn, argument) => {
      await until(() => ask((all, _, index) => index < all.length));
      return run(`(given) => (${fn})((${matching})(given.selector)[given.index], given.argument)`, { selector, argument, index });
    };
    const isVisible = () => ask((all, _, index) => Boolean(all[index]?.checkVisibility({ visibilityProperty: true }) && all[index].getClientRects().length));
    const boundingBox = () =>
      one((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      });
    const waitFor = ({ state = "visible" } = {}) => until(async () => (await isVisible()) === (state === "visible"));
    const clickIt = async () => {
      await waitFor();
      const { x, y } = await one(async (element) => {
        element.scrollIntoView({ block: "nearest", inline: "nearest" });
        const at = () => element.getBoundingClientRect();
        // until it stands still
        let box = at();
        for (let frame = 0; frame < 60; frame++) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          const { top, left } = at();
          if (top === box.top && left === box.left) break;
          box = at();
        }
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      });
      await click(x, y);
    };
    const isChecked = () => one((element) => element.checked);
    const focus = () => one((element) => element.focus());
    return {
      count: () => ask((all) => all.length),
      all: async () => Array.from({ length: await ask((all) => all.length) }, (_, at) => locator(selector, at)),
      first: () => locator(selector, 0),
      nth: (at) => locator(selector, at),
      evaluate: one,
      evaluateAll: (fn, argument) => ask(fn, argument),
      allInnerTexts: () => ask((all) => all.map((element) => element.innerText.trim())),
      innerText: () => one((element) => element.innerText.trim()),
      inputValue: () => one((element) => element.value),
      getAttribute: (name) => one((element, name) => element.getAttribute(name), name),
      boundingBox,
      isVisible,
      isChecked,
      waitFor,
      focus,
      blur: () => one((element) => element.blur()),
      click: clickIt,
      check: async () => void ((await isChecked()) || (await clickIt())),
      uncheck: async () => void ((await isChecked()) && (await clickIt())),
      press: async (combination) => {
        await focus();
        await press(combination);
      },
      fill: async (text) => {
        await waitFor();
        await one((element) => {
          element.focus();
          element.select();
        });
        if (text) await type(text);
        else await press("Delete");
      },
      selectOption: async (value) => {
        await waitFor();
        await one((element, value) => {
          element.value = value;
          for (const name of ["input", "change"]) element.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
        }, value);
      },
    };
  }
  return page;
}

/** In the page: what matches, inside open shadow roots too, and there also what stands below the root's own element. */
function matching(selector) {
  const roots = [document];
  const all = [];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
    const inner = root.host && selector.startsWith(`${root.host.localName} `) ? selector.slice(root.host.localName.length + 1) : selector;
    all.push(...root.querySelectorAll(inner));
  }
  return all;
}
