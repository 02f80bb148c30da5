// A server before the one of the tests, for drivers that have no hand on the network: it answers addresses as a test wants, tells
// what was asked for, and puts scripts before those of a page.

import { Agent, createServer, request } from "node:http";

/** Where scripts that come before a page's own are, and where they tell what went wrong. */
const BEFORE = "/before-all-others.js";
const HEARD = "/what-went-wrong";

/**
 * @param {string} behind the origin it stands before
 * @param {Function[]} [scripts] what runs before a page's own scripts; without, pages stay as they are and nothing is told
 * @param {{ asked: (url: string) => void, hear: (kind: string, text: string) => void }} told
 */
export async function front(behind, scripts, told) {
  const routes = [];
  const agent = new Agent({ keepAlive: true });
  const server = createServer(async (asked, answer) => {
    const url = new URL(asked.url, `http://${asked.headers.host}`);
    if (url.pathname === HEARD) {
      const parts = [];
      for await (const part of asked) parts.push(part);
      told.hear(...JSON.parse(Buffer.concat(parts)));
      return answer.writeHead(204).end();
    }
    if (url.pathname === BEFORE) {
      const text = [...scripts.map((script) => `(${script})();`), `(${report})(${JSON.stringify(HEARD)});`].join("\n");
      return answer.writeHead(200, { "content-type": "text/javascript; charset=utf-8" }).end(text);
    }
    if (scripts) told.asked(url.href);
    const route = routes.findLast(({ pattern }) => pattern.test(url.href));
    const pass = (path = asked.url) => pipe(agent, new URL(path, behind), asked, answer, scripts);
    if (route) await route.act(actions(url, new URL(asked.url, behind), answer, pass, scripts));
    else pass();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** As Playwright's page has them; the last that fits answers. */
    route: async (glob, act) => void routes.push({ glob, pattern: patternOf(glob), act }),
    unroute: async (glob) => void routes.splice(0, routes.length, ...routes.filter((one) => one.glob !== glob)),
    unrouteAll: async () => void routes.splice(0),
    close: () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

/** `*` is anything within a part of a path, `**` beyond too. */
function patternOf(glob) {
  const escaped = glob.replace(/[.?+^$(){}|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("**", "\0").replaceAll("*", "[^/]*").replaceAll("\0", ".*")}$`);
}

/** What a route can do with a request. */
function actions(url, behind, answer, pass, scripts) {
  return {
    request: () => ({ url: () => url.href }),
    abort: async () => void answer.destroy(),
    continue: async ({ url: other = url.href } = {}) => pass(new URL(other).pathname),
    fetch: async () => {
      const response = await fetch(behind);
      const body = Buffer.from(await response.arrayBuffer());
      return { status: response.status, headers: Object.fromEntries(response.headers), body: async () => body };
    },
    fulfill: async ({ response, status = response?.status ?? 200, headers = {}, contentType, body }) => {
      const whole = Buffer.from(body ?? (await response?.body()) ?? "");
      answer.writeHead(status, { ...headers, ...(contentType && { "content-type": contentType }) });
      answer.end(scripts && isPage(status, contentType) ? withScripts(whole) : whole);
    },
  };
}

/** Hands a request on, and the answer back; into a page it puts the scripts first. */
function pipe(agent, url, asked, answer, scripts) {
  const headers = { ...asked.headers, ...(scripts && { "accept-encoding": "identity" }) };
  const onward = request(url, { method: asked.method, headers, agent }, async (got) => {
    if (!scripts || !isPage(got.statusCode, got.headers["content-type"])) {
      answer.writeHead(got.statusCode, got.headers);
      return got.pipe(answer);
    }
    const parts = [];
    for await (const part of got) parts.push(part);
    const changed = withScripts(Buffer.concat(parts));
    answer.writeHead(200, { ...got.headers, "content-length": changed.length });
    return answer.end(changed);
  });
  onward.on("error", () => answer.destroy());
  asked.pipe(onward);
}

const isPage = (status, type = "") => status === 200 && /^text\/html/.test(type);

/** A page with the scripts before all else that runs. Bytes stay bytes, in whatever encoding. @param {Buffer} bytes */
function withScripts(bytes) {
  const page = bytes.toString("latin1");
  const at = page.search(/<(?!!|html|head|meta charset)/i);
  return Buffer.from(`${page.slice(0, at)}<script src="${BEFORE}"></script>${page.slice(at)}`, "latin1");
}

/** In the page: errors go to the front, in the words that Chromium's driver has for them. */
function report(address) {
  const tell = (kind, text) => navigator.sendBeacon(address, JSON.stringify([kind, text]));
  addEventListener("error", ({ message }) => message && tell("error", message));
  addEventListener("unhandledrejection", ({ reason }) => tell("error", String(reason)));
  const { debug, error } = console;
  console.error = (...words) => {
    tell("error", words.join(" "));
    error.apply(console, words);
  };
  // what `reportViolations` says
  console.debug = (...words) => {
    tell("debug", words.join(" "));
    debug.apply(console, words);
  };
}
