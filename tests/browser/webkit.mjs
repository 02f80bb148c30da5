// WebKitGTK's MiniBrowser over plain WebDriver, on a display of its own. The driver tells nothing of the console or the network, and is
// never earlier than a page's scripts: the front (front.mjs) does that for it.

import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { spawn } from "node:child_process";
import { program, reportViolations, start, until } from "./harness.mjs";

/** What WebDriver calls the keys that have a name. */
const KEYS = {
  Backspace: "\ue003",
  Tab: "\ue004",
  Enter: "\ue007",
  Shift: "\ue008",
  Control: "\ue009",
  Alt: "\ue00a",
  Escape: "\ue00c",
  PageUp: "\ue00e",
  PageDown: "\ue00f",
  End: "\ue010",
  Home: "\ue011",
  ArrowLeft: "\ue012",
  ArrowUp: "\ue013",
  ArrowRight: "\ue014",
  ArrowDown: "\ue015",
  Delete: "\ue017",
};

export async function launch(seen, { viewport }) {
  const display = await start(
    program("Xvfb", "xvfb"),
    ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "pipe", "pipe"] },
    3,
  );
  const port = await freePort();
  const driver = spawn(program("WebKitWebDriver", "webkit2gtk-driver"), [`--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${display.line}`, GDK_BACKEND: "x11" },
    stdio: "ignore",
  });
  const stopDriver = () => driver.kill();
  process.once("exit", stopDriver);
  const stop = async () => {
    process.off("exit", stopDriver);
    stopDriver();
    await display.stop();
  };

  const url = `http://127.0.0.1:${port}`;
  try {
    await answering(`${url}/status`);
    const options = { binary: miniBrowser(), args: ["--automation"] };
    const { sessionId } = await send("POST", `${url}/session`, {
      capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
    });
    const session = `${url}/session/${sessionId}`;
    const act = (source) => send("POST", `${session}/actions`, { actions: [source] });
    const mouse = (...actions) => act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
    const run = async (source, argument) => {
      const { value, error } = await send("POST", `${session}/execute/async`, { script: calling(source), args: [argument ?? null] });
      if (error) throw new Error(error);
      return value;
    };
    /** The window so large that the page is, and it is never narrower than 447 pixels. */
    const resize = async ({ width, height }) => {
      const outside = await send("POST", `${session}/window/rect`, { x: 0, y: 0, width, height });
      const bars = outside.height - (await run("() => innerHeight"));
      await send("POST", `${session}/window/rect`, { x: 0, y: 0, width, height: height + bars });
    };
    if (viewport) await resize(viewport);
    const scripts = [reportViolations];
    return {
      /** What the front puts before a page's scripts. */
      scripts,
      async open(url) {
        await send("POST", `${session}/url`, { url });
        // under load it answers before the page is there
        await until(() => run("() => document.readyState === 'complete'"));
      },
      inEveryPage: async (fn) => void scripts.push(fn),
      evaluate: (fn, argument) => (typeof fn === "string" ? run(`() => { ${fn} }`) : run(String(fn), argument)),
      async inFrame(index, fn) {
        const enter = (id) => send("POST", `${session}/frame`, { id });
        await enter(index);
        return run(String(fn)).finally(() => enter(null));
      },
      hands: {
        run,
        keys: (keys) => act({ type: "key", id: "keys", actions: keys.map(({ key, isDown }) => ({ type: isDown ? "keyDown" : "keyUp", value: KEYS[key] ?? key })) }),
        mouse: {
          move: (x, y) => mouse({ type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) }),
          down: () => mouse({ type: "pointerDown", button: 0 }),
          up: () => mouse({ type: "pointerUp", button: 0 }),
        },
        resize,
      },
      async screenshot(path) {
        await writeFile(path, Buffer.from(await send("GET", `${session}/screenshot`), "base64"));
      },
      close: () => send("DELETE", session).finally(stop),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The driver runs a function body whose last argument is the way to answer. */
function calling(source) {
  return `
    const answer = arguments[1];
    Promise.resolve(arguments[0]).then(${source}).then(
      (value) => answer({ value }),
      (error) => answer({ error: String(error) }),
    );`;
}

/** One WebDriver command. */
async function send(method, url, body) {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
  return value;
}

async function answering(url) {
  for (let tries = 100; ; tries -= 1) {
    try {
      return await fetch(url);
    } catch (error) {
      if (tries === 0) throw new Error("WebKitWebDriver does not answer", { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Debian keeps it outside of PATH, in a folder named after the architecture. */
function miniBrowser() {
  for (const folder of readdirSync("/usr/lib")) {
    try {
      const found = `/usr/lib/${folder}/webkit2gtk-4.1`;
      if (readdirSync(found).includes("MiniBrowser")) return `${found}/MiniBrowser`;
    } catch {
      // not that folder
    }
  }
  throw new Error("no MiniBrowser below /usr/lib: apt-get install -y webkit2gtk-driver");
}
