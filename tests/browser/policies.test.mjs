// What is tested under each policy, in one browser with a server for each of them.

import { after, before } from "node:test";
import { briefings } from "./briefings.mjs";
import { hosts } from "./hosts.mjs";
import { journeys } from "./journeys.mjs";
import { launch, serve } from "./harness.mjs";
import { smoke } from "./smoke.mjs";
import { helpers } from "./widgets.mjs";

const servers = [];
const addresses = {};
let tab;
before(
  async () => {
    tab = await launch({ csp: "wasm", viewport: { width: 900, height: 1200 } });
    await tab.inEveryPage(helpers);
    addresses.wasm = tab.server;
    for (const csp of ["none", "strict", "trusted"]) {
      const server = await serve(csp);
      servers.push(server);
      addresses[csp] = await tab.before(server.url);
    }
  },
  { timeout: 60_000 },
);
after(() => Promise.all([tab, ...servers].map((one) => one?.close())));

const context = () => ({ tab, at: (csp, path) => addresses[csp] + path });
smoke(context);
hosts(context);
journeys(context);
briefings(context);
