// What a page gives to its reader's disk and clipboard: as it arrives there in Chromium, and where a driver has no hand on either, as the page
// handed it over.

import { readFile } from "node:fs/promises";
import { ENGINE, until } from "./harness.mjs";

/** Before a page's own scripts: keeps what it hands over. */
export function keepTaken() {
  const made = new Map();
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    const address = createObjectURL(blob);
    made.set(address, blob);
    return address;
  };
  /** Files that links lead to. */
  window.files = [];
  const { dispatchEvent } = EventTarget.prototype;
  HTMLAnchorElement.prototype.dispatchEvent = function (event) {
    return this.download ? files.push({ name: this.download, blob: made.get(this.href) }) > 0 : dispatchEvent.call(this, event);
  };
  /** What the clipboard took last, by its type. */
  window.copied = {};
  const { clipboard } = navigator;
  if (!clipboard) return;
  const { write, writeText } = clipboard;
  clipboard.writeText = async (text) => {
    await writeText.call(clipboard, text);
    window.copied = { "text/plain": text };
  };
  clipboard.write = async ([item]) => {
    await write.call(clipboard, [item]);
    const texts = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
    window.copied = Object.fromEntries(await Promise.all(texts));
  };
}

/** In pages of this tab, what is handed over is kept, where the driver cannot tell. */
export const watchTaken = (tab) => (ENGINE === "chromium" ? undefined : tab.inEveryPage(keepTaken));

/** The file that comes of an act. */
export async function fileOf(tab, act) {
  if (ENGINE === "chromium") {
    const [download] = await Promise.all([tab.page.waitForEvent("download"), act()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
  await tab.evaluate(() => void (files.length = 0));
  await act();
  const { name, data } = await until(() =>
    tab.evaluate(async () => {
      if (!files.length) return undefined;
      const [{ name, blob }] = files;
      const reader = new FileReader();
      await new Promise((resolve) => {
        reader.onload = resolve;
        reader.readAsDataURL(blob);
      });
      return { name, data: reader.result };
    }),
  );
  return { name, bytes: Buffer.from(data.slice(data.indexOf(",") + 1), "base64") };
}

/** What lies on the clipboard, by its type. */
export const clipboardOf = (tab) =>
  tab.evaluate(async (isRead) => {
    if (!isRead) return window.copied;
    const [item] = await navigator.clipboard.read();
    return Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()])));
  }, ENGINE === "chromium");
