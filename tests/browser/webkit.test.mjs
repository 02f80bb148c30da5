import { inEngine } from "./engines.mjs";

inEngine("webkit");
