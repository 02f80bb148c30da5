// WebKitGTK's MiniBrowser over plain WebDriver, on a display of its own. The driver tells nothing of
// the console or the network: `seen` stays empty.

import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { spawn } from "node:child_process";
import { program, start } from "./harness.mjs";

export async function launch() {
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
    const everywhere = [];
    return {
      async open(url) {
        await send("POST", `${session}/url`, { url });
        for (const fn of everywhere) await this.evaluate(fn);
      },
      /** The driver has no way to be earlier than the page's own scripts. */
      async inEveryPage(fn) {
        everywhere.push(fn);
      },
      async evaluate(fn, argument) {
        const script = typeof fn === "function" ? calling(fn) : `${fn}\n;arguments[1]({});`;
        const args = [argument ?? null];
        const { value, error } = await send("POST", `${session}/execute/async`, { script, args });
        if (error) throw new Error(error);
        return value;
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
function calling(fn) {
  return `
    const answer = arguments[1];
    Promise.resolve(arguments[0]).then(${fn}).then(
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
