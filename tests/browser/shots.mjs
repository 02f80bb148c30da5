// node tests/browser/shots.mjs OUTDIR [PATH]
//
// Pictures of a page for looking at: phone, tablet and desktop widths, ordinary and dense screens,
// light and dark. Build first: cargo xtask build.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./harness.mjs";

const [folder, path = "/"] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node tests/browser/shots.mjs OUTDIR [PATH]");
  process.exit(1);
}
await mkdir(folder, { recursive: true });

for (const width of [320, 768, 1280]) {
  for (const deviceScaleFactor of [1, 3]) {
    for (const colorScheme of ["light", "dark"]) {
      const viewport = { width, height: Math.round(width * (width < 768 ? 2 : 0.75)) };
      const tab = await launch({ viewport, deviceScaleFactor, colorScheme });
      try {
        await tab.open(path);
        await settle(tab);
        const file = join(folder, `${width}-${deviceScaleFactor}x-${colorScheme}.png`);
        await tab.screenshot(file);
        console.log(file, ...tab.seen.errors);
      } finally {
        await tab.close();
      }
    }
  }
}

/** Passes every part of the page through the viewport, for what loads only when seen. */
async function settle({ page, evaluate }) {
  await evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    scrollTo(0, 0);
    await document.fonts.ready;
  });
  await page.waitForLoadState("networkidle");
}
