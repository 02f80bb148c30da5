// Loads of a page in Chromium, slowed: a line in names the page (duibiao or echarts), a line out tells the milliseconds from
// navigation to its first drawn chart and the bytes that came. Pages and ECharts lie in target/load (xtask/src/load.rs).
import { createInterface } from "node:readline";
import { launch } from "../../tests/browser/harness.mjs";

/** A slow phone on a slow mobile network: 1.6 Mbit/s, 150 ms. */
const SLOWER = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/**
 * Runs in the page before its own scripts. Both sides draw a chart in one go, so that the first call which paints on a canvas
 * tells that it is being drawn, and the frame after it shows the chart: that frame's time counts, if pixels are there. Events of
 * their own would not do, since each means something else by them; asking for pixels all along would slow what is measured.
 */
function watch() {
  const { prototype } = CanvasRenderingContext2D;
  const paints = ["fill", "stroke", "fillRect", "strokeRect", "fillText", "strokeText", "drawImage"];
  const originals = paints.map((name) => prototype[name]);
  // canvases that measure or hold a symbol are small, those that only warm up are nowhere
  const isChart = ({ width, height, isConnected }) => isConnected && width >= 200 && height >= 100;
  const painted = (canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Uint32Array(data.buffer);
    return colours.reduce((count, colour) => count + (colour !== colours[0] ? 1 : 0), 0);
  };
  // a browser that is watched notes what asks for a file, and parses its script again for that: in a turn of its own, next to nothing
  const { fetch } = window;
  window.fetch = (...asked) => Promise.resolve().then(() => fetch(...asked));
  window.drawn = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("no chart in 60 s")), 60_000);
    const look = (canvas) => {
      const time = performance.now();
      const pixels = canvas.isConnected ? painted(canvas) : 0;
      if (pixels === 0) return requestAnimationFrame(() => look(canvas));
      clearTimeout(late);
      // all of it, not its beginning: half a second later there is no more
      const files = () => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
      setTimeout(() => resolve({ time, part: pixels / painted(canvas), files: files() }), 500);
    };
    paints.forEach((name, at) => {
      prototype[name] = function (...args) {
        if (isChart(this.canvas)) {
          paints.forEach((name, at) => (prototype[name] = originals[at]));
          requestAnimationFrame(() => look(this.canvas));
        }
        return originals[at].apply(this, args);
      };
    });
  });
}

/** A load with nothing kept from earlier ones. @param {import("playwright-core").Browser} browser @param {string} url */
async function load(browser, url) {
  const context = await browser.newContext();
  await context.addInitScript(watch);
  const page = await context.newPage();
  const failed = new Promise((_, reject) => page.once("pageerror", reject));
  const devtools = await context.newCDPSession(page);
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", NETWORK);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(url, { waitUntil: "commit" });
  const { time, part, files } = await Promise.race([page.evaluate(() => window.drawn), failed]);
  await context.close();
  if (part < 0.95 || part > 1.05) throw new Error(`${url}: the first frame held ${part.toFixed(2)} of the chart`);
  // as where a page preloads the core of another version
  if (new Set(files).size < files.length) throw new Error(`${url}: a file came twice: ${files}`);
  return `${time} ${bytes}`;
}

const tab = await launch();
const browser = tab.page.context().browser();
for await (const name of createInterface({ input: process.stdin })) console.log(await load(browser, `${tab.server}/load/${name}.html`));
await tab.close();
