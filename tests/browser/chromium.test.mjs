import { smoke } from "./smoke.mjs";

smoke("chromium");
