// Builds www/examples as an integrator does, in a project with the packages installed, to target/examples/; and what the page for
// developers tells to write in Vue and React, as it stands there, to told-vue/ and told-react/.

import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { require } from "../harness.mjs";

const esbuild = require("esbuild");
const { compileScript, parse } = require("vue/compiler-sfc");

const root = fileURLToPath(new URL("../../../", import.meta.url));
const pkg = join(root, "pkg");
const out = join(root, "target/examples");

/** Components of Vue in files of their own, compiled so that nothing is compiled in the page. */
const components = {
  name: "vue",
  setup(build) {
    build.onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor, errors } = parse(await readFile(path, "utf8"), { filename: path });
      const compilerOptions = { isCustomElement: (tag) => tag === "dui-biao" };
      const { content, warnings = [] } = compileScript(descriptor, { id: path, inlineTemplate: true, templateOptions: { compilerOptions } });
      return { contents: content, errors: errors.map(({ message }) => ({ text: message })), warnings: warnings.map((text) => ({ text })) };
    });
  },
};

/** A copy of the examples with the packages beside them, as npm would have put them there. */
async function project() {
  const folder = await mkdtemp(join(tmpdir(), "duibiao-examples-"));
  await cp(join(root, "www/examples"), folder, { recursive: true });
  const modules = join(folder, "node_modules");
  await mkdir(modules);
  await symlink(pkg, join(modules, "duibiao"));
  for (const name of ["vue", "react", "react-dom"]) {
    await symlink(dirname(require.resolve(`${name}/package.json`)), join(modules, name));
  }
  return folder;
}

/** Examples beside the others, of the pieces of code that the page for developers has. */
async function writeTold(folder) {
  const page = await readFile(join(root, "www/develop.html"), "utf8");
  const piece = (id) => {
    const [, code] = new RegExp(`<pre[^>]* id="${id}"><code>([^]*?)</code>`).exec(page);
    return code.replace(/&(lt|gt|quot|amp);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name]);
  };
  for (const name of ["vue", "react"]) await cp(join(folder, name), join(folder, `told-${name}`), { recursive: true });
  await writeFile(join(folder, "told-vue/App.vue"), piece("snippet-vue"));
  await writeFile(join(folder, "told-react/Chart.jsx"), piece("snippet-react"));
  await writeFile(
    join(folder, "told-react/main.jsx"),
    `import { createRoot } from "react-dom/client";
import { Chart } from "./Chart.jsx";
const data = await (await fetch("/data/huaibei-2023.json")).json();
createRoot(document.getElementById("app")).render(<Chart data={data} home="wuhu" onSelect={(place) => (document.title = place)} />);
`,
  );
}

/** Copies what the package's script fetches, as a build's `cp` would. */
async function copyPackage(to) {
  await mkdir(to, { recursive: true });
  const files = (await readdir(pkg)).filter((name) => /\.(js|wasm|css)$/.test(name));
  await Promise.all(files.map((name) => cp(join(pkg, name), join(to, name))));
}

/** @returns {Promise<{ out: string, warnings: string[] }>} the folder, and what the bundler found strange */
export async function build() {
  await rm(out, { recursive: true, force: true });
  const from = await project();
  await writeTold(from);
  try {
    const bundle = async (entry, plugins = []) => {
      const folder = dirname(entry);
      const { warnings } = await esbuild.build({
        absWorkingDir: from,
        entryPoints: [entry],
        outfile: join(out, folder, "main.js"),
        bundle: true,
        minify: true,
        format: "esm",
        jsx: "automatic",
        plugins,
        define: {
          "process.env.NODE_ENV": '"production"',
          __VUE_OPTIONS_API__: "false",
          __VUE_PROD_DEVTOOLS__: "false",
          __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
        },
        logLevel: "silent",
      });
      await cp(join(from, folder, "index.html"), join(out, folder, "index.html"));
      return warnings.map(({ text }) => text);
    };
    const warnings = await Promise.all([
      ...["vue", "told-vue"].map((folder) => bundle(`${folder}/main.js`, [components])),
      ...["react", "told-react"].map((folder) => bundle(`${folder}/main.jsx`)),
    ]);
    for (const folder of ["react", "told-vue", "told-react"]) await copyPackage(join(out, folder));
    await cp(join(from, "plain"), join(out, "plain"), { recursive: true });
    await cp(join(from, "wordpress"), join(out, "wordpress"), { recursive: true });
    await copyPackage(join(out, "wordpress/theme/duibiao"));
    return { out, warnings: warnings.flat() };
  } finally {
    await rm(from, { recursive: true });
  }
}
