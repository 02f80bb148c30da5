// The package as npm packs it, installed into an empty folder: nothing it needs is left behind in the repository.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "duibiao-"));
after(() => rm(folder, { recursive: true }));

/** Standard output of a command that must succeed. */
function run(cwd, command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${command} ${args.join(" ")}: ${error ?? stderr}${stdout}`);
  return stdout;
}

const [{ filename, files }] = JSON.parse(run(pkg, "npm", "pack", "--json", "--ignore-scripts", "--pack-destination", folder));
const { version } = JSON.parse(await readFile(join(pkg, "package.json"), "utf8"));
const tsc = fileURLToPath(new URL("../../xtask/node_modules/typescript/bin/tsc", import.meta.url));
const packed = files.map(({ path }) => path);

test("what the manifest names is packed, and nothing but the package", async () => {
  const { exports, types, main } = JSON.parse(await readFile(join(pkg, "package.json"), "utf8"));
  const named = [main, types, ...Object.values(exports).flatMap((entry) => (typeof entry === "string" ? [] : Object.values(entry)))];
  for (const path of named) assert.ok(packed.includes(path.replace("./", "")), path);
  for (const path of packed) assert.match(path, /^[\w.-]+\.(js|wasm|d\.ts|json|md|css|html)$|^LICENSE-\w+$/);
});

test("the licences and the hash of every file that runs are in it", async () => {
  for (const path of ["LICENSE-MIT", "LICENSE-APACHE", "README.md"]) assert.ok(packed.includes(path), path);
  const listed = JSON.parse(await readFile(join(pkg, "integrity.json"), "utf8"));
  assert.deepEqual(Object.keys(listed).toSorted(), packed.filter((path) => /\.(js|css|wasm)$/.test(path)).toSorted());
  for (const [path, hash] of Object.entries(listed)) {
    const digest = createHash("sha384").update(await readFile(join(pkg, path)));
    assert.equal(hash, `sha384-${digest.digest("base64")}`, path);
  }
});

test("duibiao/analysis works where the package is installed", async () => {
  const empty = join(folder, "empty");
  await mkdir(empty);
  await writeFile(join(empty, "package.json"), '{ "type": "module" }');
  run(empty, "npm", "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", join(folder, filename));
  const program = `
    import { load } from "duibiao/analysis";
    const { rank } = await load();
    console.log(JSON.stringify(rank({ figures: ["超850亿元", "855亿元", null], polarity: "higher", unit: "亿元" })));`;
  await writeFile(join(empty, "program.js"), program);
  const ranks = [{ point: 2, best: 1, worst: 2 }, { point: 1, best: 1, worst: 2 }, null];
  assert.deepEqual(JSON.parse(run(empty, process.execPath, "program.js")), ranks);

  // where a server renders the page
  await writeFile(join(empty, "server.js"), 'import { DuiBiao } from "duibiao";\nconsole.log(DuiBiao.version);');
  assert.equal(run(empty, process.execPath, "server.js").trim(), version);

  // what may be written is accepted, and what may not is not
  await cp(new URL("use.ts", import.meta.url), join(empty, "use.ts"));
  for (const types of ["@types/react", "csstype"]) {
    await cp(new URL(`../../xtask/node_modules/${types}`, import.meta.url), join(empty, "node_modules", types), { recursive: true });
  }
  await cp(new URL("use.tsx", import.meta.url), join(empty, "use.tsx"));
  const options = ["--strict", "--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2022,dom", "--jsx", "react-jsx", "--types", ""];
  run(empty, process.execPath, tsc, "--noEmit", ...options, "use.ts", "use.tsx");
});

test("the crate is packed with what it is built from, and nothing else", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const cargo = process.env.CARGO ?? "cargo";
  run(root, cargo, "publish", "--dry-run", "--no-verify", "--allow-dirty", "--package", "duibiao");
  const listed = run(root, cargo, "package", "--list", "--allow-dirty", "--package", "duibiao").trim().split("\n");
  for (const path of ["src/lib.rs", "Cargo.toml", "README.md", "CHANGELOG.md", "LICENSE-MIT"]) assert.ok(listed.includes(path), path);
  const own = /^(src\/.+\.rs|README\.md|CHANGELOG\.md|LICENSE-\w+|Cargo\.(toml|toml\.orig|lock)|\.cargo_vcs_info\.json)$/;
  for (const path of listed) assert.match(path, own);
});
