import { inEngine } from "./engines.mjs";

inEngine("firefox");
