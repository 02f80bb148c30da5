import { inEngine } from "./engines.mjs";

inEngine("chromium");
