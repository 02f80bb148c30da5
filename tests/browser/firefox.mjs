// Firefox over Puppeteer and WebDriver BiDi.

import { program, record, reportViolations, require, unversioned } from "./harness.mjs";

export async function launch(seen, { viewport }) {
  const puppeteer = require("puppeteer-core");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program("firefox-esr"),
    headless: true,
    extraPrefsFirefox: {
      // nothing but the page goes to the network
      "app.normandy.enabled": false,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
    },
  });
  const page = await browser.newPage();
  if (viewport) await page.setViewport(viewport);
  await page.evaluateOnNewDocument(reportViolations);
  page.on("console", (message) => record(seen, message.type(), message.text()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("request", (request) => seen.requests.push(unversioned(request.url())));
  return {
    open: (url) => page.goto(url, { waitUntil: "load" }),
    inEveryPage: (fn) => page.evaluateOnNewDocument(fn),
    evaluate: (fn, argument) => page.evaluate(fn, argument),
    inFrame: (index, fn) => page.frames()[index + 1].evaluate(fn),
    hands: {
      run: (source, argument) => page.evaluate(`(${source})(${JSON.stringify(argument)})`),
      async keys(keys) {
        for (const { key, isDown } of keys) await (isDown ? page.keyboard.down(key) : page.keyboard.up(key));
      },
      mouse: {
        move: (x, y) => page.mouse.move(x, y),
        down: () => page.mouse.down(),
        up: () => page.mouse.up(),
      },
      resize: (size) => page.setViewport(size),
    },
    screenshot: (path) => page.screenshot({ path, fullPage: true }),
    close: () => browser.close(),
  };
}
