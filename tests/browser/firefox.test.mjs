import { smoke } from "./smoke.mjs";

smoke("firefox");
