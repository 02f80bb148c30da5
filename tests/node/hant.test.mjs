// Names in traditional Chinese: by a table a ninth as large as the dictionaries it is made of, and with the same result.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { load } from "../../pkg/analysis.js";
import { localised, traditional } from "../../pkg/hant.js";
import { dictionary, simplifiedIn } from "../cases/simplified.mjs";

const root = new URL("../../", import.meta.url);
const text = (path) => readFileSync(new URL(path, root), "utf8");
const bundled = text("www/data/huaibei-2023.json");

/** What the whole of the dictionaries says: the longest phrase, else the character, then in the shapes of Taiwan. */
function reference() {
  const all = ["STCharacters", "STPhrases", "STPhrases_GeneratedFromRegionalPhrases"].flatMap(dictionary);
  const known = new Map(all.map(([from, [to]]) => [from, to]));
  const shapes = new Map(dictionary("TWVariants").map(([from, [to]]) => [from, to]));
  const longest = Math.max(...[...known.keys()].map((key) => [...key].length));
  const convert = (text) => {
    const rest = [...text];
    let out = "";
    while (rest.length) {
      let length = Math.min(longest, rest.length);
      while (length > 1 && !known.has(rest.slice(0, length).join(""))) length -= 1;
      const part = rest.splice(0, length).join("");
      out += known.get(part) ?? part;
    }
    return [...out].map((one) => shapes.get(one) ?? one).join("");
  };
  return { convert, phrases: all.map(([from]) => from) };
}

test("hard words", () => {
  const check = (simplified, expect) => assert.equal(traditional(simplified), expect);
  check("发展", "發展");
  check("头发", "頭髮");
  check("出发", "出發");
  check("后台", "後臺");
  check("皇后", "皇后");
  check("里程", "里程");
  check("万里", "萬里");
  check("公里", "公里");
  check("里面", "裡面");
  check("面积", "面積");
  check("面粉", "麵粉");
  check("干部", "幹部");
  check("干旱", "乾旱");
  check("联系", "聯繫");
  check("系统", "系統");
  check("关系", "關係");
  check("复制", "複製");
  check("恢复", "恢復");
  check("批准", "批准");
  check("标准", "標準");
  check("台风", "颱風");
  check("范围", "範圍");
  check("余额", "餘額");
  check("特征", "特徵");
  check("衢州", "衢州");
  check("芜湖高新技术产业开发区", "蕪湖高新技術產業開發區");
  check("行政诉讼败诉率", "行政訴訟敗訴率");
  check("规模以上工业企业", "規模以上工業企業");
  check("实干的", "實幹的");
  check("2—5个工作日", "2—5個工作日");
  check("Huaibei, 50%", "Huaibei, 50%");
  check("已經是繁體", "已經是繁體");
  check("“一对一”服务", "「一對一」服務");
  check("𬭎", "鋐");
  check("", "");
});

test("every phrase of the dictionaries, and every text of the bundled dataset, comes out as by the whole of them", () => {
  const { convert, phrases } = reference();
  const texts = [...bundled.matchAll(/"([^"\\]*)"/g)].map(([, text]) => text);
  assert.ok(phrases.length > 50_000 && texts.length > 5_000);
  // the dictionaries leave quotation marks as they are
  const quoted = (text) => text.replaceAll("“", "「").replaceAll("”", "」");
  for (const one of [...phrases, ...texts]) assert.equal(traditional(one), quoted(convert(one)), one);
});

test("a dataset gets the forms it does not give, and nothing else changes", () => {
  const check = (json, expect) => assert.equal(localised(json), expect);
  check(`{"title": "淮北发展"}`, `{"title": {"zh-Hans":"淮北发展","zh-Hant":"淮北發展"}}`);
  check(`{"name":{"zh-Hans":"头发","en":"hair"}}`, `{"name":{"zh-Hans":"头发","zh-Hant":"頭髮","en":"hair"}}`);
  check(`{"short": {"en": "hair", "zh-Hans": "头发", "zh-Hant": null}}`, `{"short": {"en": "hair", "zh-Hans": "头发","zh-Hant":"頭髮"}}`);
  check(`{"short": {"zh-Hant": null, "zh-Hans": "头发"}}`, `{"short": { "zh-Hans": "头发","zh-Hant":"頭髮"}}`);
  // what is given stays
  check(`{"group": {"zh-Hans": "程序", "zh-Hant": "程式"}}`, `{"group": {"zh-Hans": "程序", "zh-Hant": "程式"}}`);
  check(`{"locator": "经信篇，一（一）"}`, `{"locator": "經信篇，一（一）"}`);
  // keys, figures and what needs no other form stay
  check(`{"id": "发", "text": "1.50亿元", "value": 1.50, "name": "衢州", "unit": "万元", "aliases": ["发"]}`, `{"id": "发", "text": "1.50亿元", "value": 1.50, "name": "衢州", "unit": "万元", "aliases": ["发"]}`);
  check(String.raw`{"note": "说\"title\": \"发\"了"}`, String.raw`{"note": {"zh-Hans":"说\"title\": \"发\"了","zh-Hant":"說\"title\": \"發\"了"}}`);
  check(String.raw`{"note": "\u53d1{"}`, String.raw`{"note": {"zh-Hans":"\u53d1{","zh-Hant":"發{"}}`);
  check(`{"note": {"zh-Hans": "发}"}}`, `{"note": {"zh-Hans": "发}","zh-Hant":"發}"}}`);
  check(`{"title": 5, "name": "发`, `{"title": 5, "name": "发`);
});

test("the analysis reads it, and says all in traditional Chinese", async () => {
  const { parseDataset, figure } = await load();
  const data = parseDataset(localised(bundled));
  const plain = parseDataset(bundled);
  const { views } = JSON.parse(bundled);
  for (const { id } of views) {
    const input = { view: id, lang: "zh-Hant" };
    const told = JSON.stringify(figure(data, input));
    assert.equal(simplifiedIn(told), "", `${id}: ${told}`);
    // the same figure as without
    assert.equal(figure(data, { view: id }).title, figure(plain, { view: id }).title, id);
  }
  data.free();
  plain.free();
});

test("the widget's own words in traditional Chinese have no simplified character", () => {
  const folder = new URL("src/words/", root);
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".rs"));
  let count = 0;
  for (const file of files) {
    for (const [, sentence] of text(`src/words/${file}`).matchAll(/= "[^"]*"\s*\|\s*"([^"]*)"\s*\|/g)) {
      assert.equal(simplifiedIn(sentence), "", `${file}: ${sentence}`);
      count += 1;
    }
  }
  assert.ok(count > 500, String(count));
});

test("it weighs no more than its budget", () => {
  const [, budget] = text("xtask/budget.toml").match(/^hant = (\d+)$/m);
  const weight = brotliCompressSync(readFileSync(new URL("pkg/hant.js", root)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  assert.ok(weight <= Number(budget), `${weight} bytes after brotli, over its budget of ${budget}`);
});
