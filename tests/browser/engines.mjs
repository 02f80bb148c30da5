// What is tested in every engine, in one browser with a server for each policy.

import { after, before, describe } from "node:test";
import { briefings } from "./briefings.mjs";
import { hosts } from "./hosts.mjs";
import { journeys } from "./journeys.mjs";
import { launch, serve } from "./harness.mjs";
import { smoke } from "./smoke.mjs";
import { helpers } from "./widgets.mjs";

/** @param {"chromium" | "firefox" | "webkit"} engine */
export function inEngine(engine) {
  describe(engine, () => {
    const servers = {};
    let tab;
    before(
      async () => {
        tab = await launch(engine, { csp: "wasm", viewport: { width: 900, height: 1200 } });
        await tab.inEveryPage(helpers);
        servers.wasm = { url: tab.server, close: () => undefined };
        for (const csp of ["none", "strict", "trusted"]) servers[csp] = await serve(csp);
      },
      { timeout: 60_000 },
    );
    after(() => Promise.all([tab?.close(), ...Object.values(servers).map((server) => server.close())]));

    const context = () => ({ tab, at: (csp, path) => servers[csp].url + path });
    smoke(context);
    hosts(context);
    journeys(context);
    briefings(context);
  });
}
