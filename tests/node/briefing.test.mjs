// The one file of a briefing as bytes: the same for the same input, small enough, and with nothing lost or let out of what is put in.
import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { test } from "node:test";
import { localised } from "../../pkg/hant.js";
import { made } from "../../pkg/offline.js";
import { read, written } from "../../www/offline/letters.js";
import { unpacked } from "../../www/offline/lzma.js";
import { file, partIn } from "../../www/offline/page.js";
import { BUNDLED, briefing, place, textOf } from "../briefing.mjs";

const root = new URL("../../", import.meta.url);
const program = JSON.parse(await readFile(new URL("pkg/briefing.json", root), "utf8"));

/** Numbers from a seed (mulberry32). */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

test("a file is the same to the byte when it is made again, and at most 400 KiB", async () => {
  await Promise.all([briefing("once.html"), briefing("again.html")]);
  const [once, again] = await Promise.all(["once.html", "again.html"].map((name) => readFile(place(name))));
  assert.ok(once.equals(again));
  assert.ok((await stat(place("once.html"))).size <= 400 * 1024, once.length);
  // as a page makes it, whose package is the same
  const text = await readFile(new URL(BUNDLED, root), "utf8");
  const named = localised(text, false);
  assert.ok(Buffer.from(made(program, named, "zh-Hans").bytes).equals(once));
  assert.ok(named.includes("行政訴訟敗訴率"));
  // sections of sources, which have one form, are those of the language it is made in
  assert.ok(named.includes("经信篇") && !named.includes("經信篇"));
  const traditional = localised(text);
  await briefing("hant.html", BUNDLED, "zh-Hant");
  assert.ok(Buffer.from(made(program, traditional, "zh-Hant").bytes).equals(await readFile(place("hant.html"))));
  assert.ok(traditional.includes("經信篇"));
});

test("bytes come back from characters, of any length", () => {
  const next = random(1);
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, () => next() * 256);
    const text = written(bytes);
    assert.match(text, /^[\u0100-\ucc2f]*$/);
    assert.deepEqual(read(`\n${text} `).subarray(0, length), bytes);
  }
});

const NASTY = ["</script>", "<!--", "-->", "<script>", "]]>", "&lt;", "\"", "'", "\\", "\u2028", "\u2029", "\ufeff", "😀", "𠮷", "𬱖", "\ud800", "\udc00", "\u0000", "\u0001", "\r\n", "\r", "\t", "㐀", "ﬀ", "é", "é", "\u202e", "${x}", "`", "$&", "$1"];

test("no text breaks out of the file or is lost", () => {
  const next = random(7);
  const parts = program.core.length;
  assert.ok(parts > 100_000);
  for (let time = 0; time < 300; time++) {
    const text = Array.from({ length: 1 + next() * 12 }, () => (next() < 0.6 ? NASTY[Math.floor(next() * NASTY.length)] : String.fromCodePoint(Math.floor(next() * 0x10ffff)))).join("");
    const edits = { title: text, lang: text, deck: text, noted: text };
    // lone halves are escaped by JSON; in a dataset there are none, for it was a file
    const dataset = text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
    const small = { ...program, core: "" };
    const page = new TextDecoder("utf-16le", { ignoreBOM: true }).decode(file(small, written(Buffer.from(dataset)), edits));
    assert.deepEqual([...page.matchAll(/<\/?script/g)].length, 8, text);
    assert.equal([...page.matchAll(/<!--/g)].length, 0, text);
    const back = (name) => Buffer.from(read(partIn(page, name))).toString().replace(/\0+$/, "");
    assert.deepEqual(JSON.parse(back("edits")), JSON.parse(JSON.stringify(edits)));
    assert.equal(back("dataset"), dataset.replace(/\0+$/, ""));
  }
});

test("a dataset is read as it was packed", async () => {
  const text = await textOf(place("once.html"));
  const dataset = Buffer.from(unpacked(read(partIn(text, "dataset"))));
  assert.equal(dataset.toString(), localised(await readFile(new URL(BUNDLED, root), "utf8"), false));
});
