/**
 * The analysis without drawing, for browsers and Node.js 18 and later.
 *
 *     import { load } from "duibiao/analysis";
 *     const { parseDataset, compare } = await load();
 *
 * Every function throws an `AnalysisError` where its input is not right, with every fault at once. What has no answer
 * is `null`, with a reason beside it. Times are years on an axis on which a whole number is the end of that year;
 * growth and shares are fractions.
 */
export function load(wasm?: BufferSource | URL | string): Promise<Analysis>;

/** What is thrown where an input cannot be used. */
export class AnalysisError extends Error {
  /** `data`: the dataset; `request`: what is asked of it; `input`: the arguments. */
  readonly code: "data" | "request" | "input";
  readonly issues: Issue[];
}

export interface Issue {
  /** The rule that is broken; stable. */
  code: string;
  /** A JSON Pointer, or line:column. */
  place: string;
  message: string;
}

export interface Analysis {
  /** Reads a dataset from JSON text. */
  parseDataset(text: string, lang?: Lang): Data;
  /** Competition ranks (1224), each with the best and worst it can be given the qualifiers; `null` for a missing figure. */
  rank(input: RankInput): (Rank | null)[];
  /** Places on one indicator: ranked, apart with reasons, or missing. */
  compare(data: Data, input: CompareInput): Comparison;
  /** A promise held against the dataset. */
  trajectory(data: Data, input: TrajectoryInput): Track;
  /** On track or not, by Eurostat's ratio of actual to required growth. */
  status(input: StatusInput): Status;
  /** The pace of the last steps, carried forward. */
  project(input: ProjectInput): Projected;
  /** A figure in words: title, reading, table, notes, sources. */
  figure(data: Data, input?: FigureInput): Page;
  /** A figure as an SVG document that stands alone. */
  renderSvg(data: Data, input?: SvgInput): string;
}

export type Lang = "zh-Hans" | "zh-Hant" | "en";

/** A dataset that was checked. */
export interface Data {
  /** Gives its memory back. */
  free(): void;
}

/** A number in the unit, or a figure as published: `"超850亿元"`. */
export type Figure = number | string;

export interface RankInput {
  figures: readonly (Figure | null)[];
  /** A number is the value nearest to which is best. */
  polarity: "higher" | "lower" | "none" | number;
  /** As written, such as `亿元`. */
  unit?: string;
  lang?: Lang;
}

export interface Rank {
  point: number;
  best: number;
  worst: number;
}

export interface Relax {
  /** Compare across definitions (口径), flagged. */
  definition?: boolean;
  /** Take the nearest period within this many years, flagged. */
  years?: number;
}

export interface CompareInput {
  /** Id or name. */
  indicator: string;
  period?: string;
  /** Ids, codes or names; everyone with a figure where left out. */
  places?: readonly string[];
  home?: string;
  relax?: Relax;
  lang?: Lang;
}

export interface Comparison {
  indicator: IndicatorShown;
  period: string | null;
  definition: string | null;
  scope: string | null;
  /** Ranked ones from best to worst, then those apart, then the missing. */
  entries: Entry[];
  median: number | null;
  mean: number | null;
}

export interface Entry {
  region: RegionShown;
  standing: "ranked" | "apart" | "missing";
  figure: Published | null;
  rank: Rank | null;
  /** Why it stands apart, or what was overlooked. */
  differences: Difference[];
}

export type Difference = "definition" | "definition-unstated" | "period" | "scope" | "disputed";

export interface RegionShown {
  id: string;
  name: string;
}

export interface IndicatorShown {
  id: string;
  name: string;
  unit: string;
  polarity: "higher" | "lower" | "none" | "nearest";
}

/** A value and the interval it stands for. */
export interface Quantity {
  value: number;
  low: number;
  high: number;
  lowOpen: boolean;
  highOpen: boolean;
  unit: string;
}

export interface Published extends Quantity {
  /** As written; empty where the dataset gives a bare number. */
  text: string;
  period: string;
  /** Whether the period was inferred (去年, 今年) instead of stated. */
  inferred: boolean;
  definition: string | null;
  scope: string | null;
  /** Id of the source. */
  source: string;
  locator: string | null;
}

export interface TrajectoryInput {
  /** Id of a target. */
  target: string;
  peers?: readonly string[];
  shape?: "geometric" | "linear";
  lang?: Lang;
}

export interface Track {
  target: string;
  region: RegionShown;
  indicator: IndicatorShown;
  goal: Quantity;
  deadline: string;
  /** Whether the goal must be passed and not merely met. */
  strict: boolean;
  start: { at: number; value: number; basis: "stated" | "implied" | "observed" } | null;
  /** The points the path runs through. */
  path: Point[] | null;
  noPath: "kind" | "no-baseline" | "order" | "not-positive" | "not-finite" | null;
  actuals: Actual[];
  peers: { region: RegionShown; actuals: Actual[] }[];
  pace: Pace | null;
  status: Status | null;
  projection: Projection | null;
  noProjection: NoProjection | null;
}

export interface Actual {
  at: number;
  figure: Published;
}

export interface Point {
  at: number;
  value: number;
}

/** Where the latest figure stands on the path. */
export interface Pace {
  expected: number;
  gap: number;
  gapShare: number | null;
  completion: number | null;
  progress: number | null;
  elapsed: number;
  /** 序时进度: progress − elapsed. */
  deviation: number | null;
  growthSoFar: number | null;
  requiredGrowth: number | null;
  requiredIncrease: number | null;
}

export interface StatusInput {
  start: Point;
  end: Point;
  now: Point;
  strict?: boolean;
  lang?: Lang;
}

export interface Status {
  status: "achieved" | "on-track" | "moderate" | "insufficient" | "moving-away" | null;
  /** Actual ÷ required growth. */
  ratio: number | null;
  reason: "too-early" | "not-positive" | null;
}

export interface ProjectInput {
  /** In order of time. */
  points: readonly Point[];
  goal: number;
  /** How many steps to look back over; 2 where left out. */
  steps?: number;
  lang?: Lang;
}

export type NoProjection = "too-few-points" | "no-time";

export interface Projected {
  projection: Projection | null;
  reason: NoProjection | null;
}

export interface Projection {
  /** Compound growth a year; `null` where the pace is an even change. */
  growth: number | null;
  /** Change a year; `null` where the pace is a growth. */
  change: number | null;
  since: Point;
  from: Point;
  /** When the goal is met at that pace; `null` where it is not within a century. */
  arrival: number | null;
}

export interface FigureInput {
  /** A view of the dataset by id, or `ranking` or `trajectory`; the first view where left out. */
  view?: string;
  indicator?: string;
  period?: string;
  places?: readonly string[];
  home?: string;
  benchmark?: string;
  target?: string;
  relax?: Relax;
  shape?: "geometric" | "linear";
  lang?: Lang;
}

export interface SvgInput extends FigureInput {
  /** In CSS pixels, 200 to 4000; 760 where left out. */
  width?: number;
  dark?: boolean;
  /** Factor on text sizes, 0.8 to 2. */
  text?: number;
}

/** A figure in words. */
export interface Page {
  title: string;
  subtitle: string[];
  reading: string;
  notes: string[];
  sources: string;
  columns: string[];
  rows: { cells: string[]; numeric: boolean[]; isHome: boolean }[];
}
