// Chromium over Playwright.

import { program, record, reportViolations, require, unversioned } from "./harness.mjs";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @param options of Playwright's newContext; `driver` has those of its launch */
export async function launch(seen, { driver, ...options }) {
  const { chromium } = require("playwright-core");
  const browser = await chromium.launch({ executablePath: program("chromium"), args: QUIET, ...driver });
  const context = await browser.newContext(options);
  await context.addInitScript(reportViolations);
  const page = await context.newPage();
  page.on("console", (message) => record(seen, message.type(), message.text()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("request", (request) => seen.requests.push(unversioned(request.url())));
  return {
    /** Playwright's page, for what only this engine's driver can do. */
    page,
    open: (url) => page.goto(url, { waitUntil: "load" }),
    inEveryPage: (fn) => page.addInitScript(fn),
    evaluate: (fn, argument) => page.evaluate(fn, argument),
    inFrame: (index, fn) => page.frames()[index + 1].evaluate(fn),
    screenshot: (path) => page.screenshot({ path, fullPage: true }),
    close: () => browser.close(),
  };
}
