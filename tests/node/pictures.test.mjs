// The pictures of the pages are those that the package draws now.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { pictures } from "../../xtask/pictures.mjs";

for (const [name, picture] of await pictures()) {
  test(`${name} is as it is drawn`, async () => {
    const kept = await readFile(new URL(`../../www/pictures/${name}`, import.meta.url), "utf8").catch(() => "");
    assert.ok(kept === picture, "cargo xtask pictures writes it anew; look at the difference");
  });
}
