// Builds www/examples as an integrator does, in a project with the packages installed, to target/examples/.

import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
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
    const warnings = await Promise.all([bundle("vue/main.js", [components]), bundle("react/main.jsx")]);
    await copyPackage(join(out, "react"));
    await cp(join(from, "plain"), join(out, "plain"), { recursive: true });
    await cp(join(from, "wordpress"), join(out, "wordpress"), { recursive: true });
    await copyPackage(join(out, "wordpress/theme/duibiao"));
    return { out, warnings: warnings.flat() };
  } finally {
    await rm(from, { recursive: true });
  }
}
