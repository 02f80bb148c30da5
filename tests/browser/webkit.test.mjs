import { smoke } from "./smoke.mjs";

smoke("webkit");
