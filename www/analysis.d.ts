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
  /** The rule that is broken; stable. Of an input, one of `FaultCode`. */
  code: string;
  /** A JSON Pointer, or line:column. */
  place: string;
  message: string;
}

export type FaultCode =
  | "type"
  | "missing-field"
  | "unknown-field"
  | "not-finite"
  | "range"
  | "unknown-word"
  /** The text is not a figure, not a unit, or a figure of a unit that does not convert. */
  | "figure"
  | "unit"
  | "unit-mismatch"
  | "period"
  /** The dataset has no such thing. */
  | "unknown-region"
  | "unknown-indicator"
  | "unknown-target"
  | "unknown-view"
  /** Rows differ in length, a list has not one entry a column, or there is nothing in it. */
  | "shape"
  /** Points do not follow each other in time. */
  | "order"
  /** The method cannot take the value; the message says why in a code, such as `nothing-varies`. */
  | "unfit";

export interface Analysis {
  /** Reads a dataset from JSON text in the format of `dataset.schema.json`. A faulty one is refused whole, with every issue. */
  parseDataset(text: string, lang?: Lang): Data;

  // one indicator
  /** Competition ranks (1224), each with the best and worst it can be given the qualifiers; `null` for a missing figure. */
  rank(input: RankInput): (Rank | null)[];
  /** Places on one indicator: ranked, apart with reasons, or missing. */
  compare(data: Data, input: CompareInput): Comparison;
  /** The ranks of every place on every indicator at once: what `compare` says of each, without figures and wording. */
  rankAll(data: Data, input?: RankAllInput): Ranks;

  // many indicators
  /** Many indicators made one score, with all that says how far it can be trusted. */
  composite(input: CompositeInput): Composite;
  /** The same of a dataset's comparable figures, with notes on cells and readings. */
  compositeOf(data: Data, input: CompositeOfInput): CompositeOf;
  /** The rows most like one row. */
  peers(input: PeersInput): Peers;
  /** The places of a dataset most like one place. */
  peersOf(data: Data, input: PeersOfInput): PeersOf;

  // figures held against each other
  /** Whether published figures agree with each other, by arithmetic alone (勾稽). Nothing is corrected. */
  crossCheck(data: Data, input?: CrossCheckInput): CrossChecks;

  // promises
  /** A promise as `<dui-biao>` draws it: path, figures, pace, status, projection. */
  trajectory(data: Data, input: TrajectoryInput): Track;
  /** A promise of any kind held against what is published. */
  assess(data: Data, input: AssessInput): Assessed;
  /** On track or not, by one of several published methods. */
  status(input: StatusInput): Ruling;
  /** A series carried forward: values with intervals, and when a goal is met. */
  project(input: ProjectInput): Projected;
  /** What follows if a base is multiplied in so many years. */
  whatIf(input: WhatIfInput): WhatIf;
  /** A target split among zones; the parts add up to the total in its last decimal. */
  split(input: SplitInput): Split;
  /** S-time-distance (Sicherl): how many years lie between two places' passing of one level. */
  timeDistance(input: TimeDistanceInput): TimeDistance;
  /** When one place reaches another's level, at the pace of each. */
  catchUp(input: CatchUpInput): CatchUp;

  // figures of a page
  /** A figure in words: title, reading, table, notes, sources. */
  figure(data: Data, input?: FigureInput): Page;
  /** A figure as an SVG document that stands alone. */
  renderSvg(data: Data, input?: SvgInput): string;
}

export type Lang = "zh-Hans" | "zh-Hant" | "en";

/** A dataset that was checked. It holds memory until it is freed. */
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

export type Difference =
  | "definition"
  | "definition-unstated"
  | "period"
  | "scope"
  | "disputed"
  /** Said on the spot and not published. */
  | "noted"
  /** What was said on the spot and what is published cannot both be true. */
  | "noted-otherwise";

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
  /** Who said it and on which day, where it was noted on the spot and is not published; the locator is then the time of day. */
  noted?: { by: string | null; at: string | null };
}

/** One number a cell; in an array `null`, in a `Float64Array` NaN is a missing one. */
export type Row = readonly (number | null)[] | Float64Array;

/** All rows at once, one after another in one `Float64Array` whose NaN are missing cells: the fastest way in for large tables. */
export interface Table {
  columns: number;
  cells: Float64Array;
}

/** Numbers none of which is missing. */
export type Numbers = readonly number[] | Float64Array;

/** How many indicators become one score. Every choice is told back in the answer's `method`. */
export interface CompositeMethod {
  /**
   * `equal` where left out; or one weight a column. `entropy` 熵值法 after min-max, `entropy-of-shares` on shares of the figures as
   * they are; `critic` by spread and conflict.
   */
  weighting?: Weighting;
  /** `min-max` where left out. TOPSIS has its own and takes none. */
  normalisation?: Normalisation;
  /** `arithmetic` where left out. `topsis` by vector normalisation. */
  aggregation?: "arithmetic" | "geometric" | "topsis" | "topsis-min-max";
  /** The least share of the indicators a place must have to be scored, 0 to 1; 0.75 where left out. */
  coverage?: number;
  /** How that share is counted; `count` where left out. */
  coverageBy?: "count" | "weight";
  /** What scores are raised to under the geometric mean; 0.01 where left out. */
  floor?: number;
}

export type Weighting = "equal" | "entropy" | "entropy-of-shares" | "critic" | Numbers;

/**
 * - `min-max`: 0 to 1. `z-score`: by the sample's deviation. `percentile-rank`: worse ÷ (n − 1). `mean-rank`: mean rank ÷ n.
 * - `ratio-to-leader`: needs positive figures. `efficacy`: 功效系数, 60 to 100 between the worst and the best there is.
 * - `goalposts`: 0 to 1 between bounds, cut there; `efficacy` with bounds: 60 and 100 at them, not cut. One `[low, high]` a column.
 */
export type Normalisation =
  | "min-max"
  | "z-score"
  | "percentile-rank"
  | "mean-rank"
  | "ratio-to-leader"
  | "efficacy"
  | { goalposts: readonly (readonly [number, number])[] }
  | { efficacy: readonly (readonly [number, number])[] };

/** Whether the ranks hold: computed where asked for. */
export interface Robustness {
  draws?: DrawsInput;
  /** Ranks without each of the indicators in turn; false where left out. */
  withoutEach?: boolean;
}

/** Random weights around those of the composite (Dirichlet). */
export interface DrawsInput {
  /** How many: a thousand or more for shares that mean something. */
  count: number;
  /** How near they stay, 0.001 to 1e9; as many as there are indicators where left out. */
  concentration?: number;
  /** The same seed gives the same draws; 1 where left out. */
  seed?: number;
}

export interface CompositeInput extends CompositeMethod, Robustness {
  /** A place a row, an indicator a column. */
  values: readonly Row[] | Table;
  /** Which way each column is better; a number is the value nearest to which is best. */
  polarity: readonly ("higher" | "lower" | number)[];
  lang?: Lang;
}

/** Rows and columns are counted from 0. */
export interface Composite {
  /** One a row. */
  places: Place[];
  /** One a column, together one; zero for a column that took no part. */
  weights: number[];
  remarks: Remark[];
  /** The ranks without each indicator that has weight; `gained` above zero is better without it. `null` where not asked for. */
  withoutEach: { column: number; ranks: (number | null)[]; gained: (number | null)[] }[] | null;
  draws: { count: number; concentration: number; seed: number } | null;
  method: {
    weighting: "equal" | "entropy" | "entropy-of-shares" | "critic" | number[];
    /** `null` under TOPSIS. */
    normalisation: Exclude<Normalisation, object> | { goalposts: [number, number][] } | { efficacy: [number, number][] } | null;
    aggregation: "arithmetic" | "geometric" | "topsis" | "topsis-min-max";
    coverage: number;
    coverageBy: "count" | "weight";
    floor: number | null;
  };
}

export interface Place {
  /** In the scale of the normalisation; more is better. */
  score: number | null;
  /** Competition rank among the scored. */
  rank: number | null;
  /** The share of the indicators it has. */
  coverage: number;
  /** What each column brings: parts of the score, of its logarithm under the geometric mean; empty under TOPSIS or without a score. */
  contributions: (number | null)[];
  /** Why there is no score. */
  reason: "coverage" | "no-indicator" | "no-spread" | null;
  /** Ranks under random weights: the median, the 5 % and 95 % quantiles, and the share of draws at rank 1, 2 and so on. */
  spread: { median: number; best: number; worst: number; shares: number[] } | null;
}

/** What is to be known about a composite. */
export interface Remark {
  code: "set-aside" | "no-weight" | "constant" | "truncated" | "clipped" | "incomplete";
  row: number | null;
  column: number | null;
  /** Why a column was set aside. */
  why: "empty" | "constant" | "not-positive" | "no-ratio" | "reference-missing" | "reference-worst" | "out-of-range" | null;
}

/** Which figures of a dataset to set side by side. */
export interface Gathering {
  /** Ids or names, one a column. */
  indicators: readonly string[];
  /** One a row; everyone with a comparable figure where left out. */
  places?: readonly string[];
  /** Where left out, for each indicator the period in which most places have a figure. */
  period?: string;
  relax?: Relax;
}

/** Figures side by side. */
export interface Gathered {
  regions: RegionShown[];
  indicators: Column[];
  /** `null` where a place has no comparable figure. */
  values: (number | null)[][];
  notes: CellNote[];
}

export interface Column extends IndicatorShown {
  period: string | null;
  definition: string | null;
  scope: string | null;
}

/** `apart`: not used; `flagged`: used with differences given up; `interval`: used as stated though qualified (超, 余, 近). */
export interface CellNote {
  row: number;
  column: number;
  code: "apart" | "flagged" | "interval";
  differences: Difference[];
}

export interface RankAllInput extends Partial<Gathering> {
  lang?: Lang;
}

/** Rows are places, all of the dataset where none are named; columns are indicators. */
export interface Ranks {
  regions: RegionShown[];
  indicators: Column[];
  /** `null` where a place has no figure, or none that compares. */
  ranks: (Rank | null)[][];
  /** Cells that are `apart` or `flagged`. */
  notes: CellNote[];
}

export interface CompositeOfInput extends Gathering, CompositeMethod, Robustness {
  /** The place the reading tells of. */
  home?: string;
  lang?: Lang;
}

export interface CompositeOf extends Composite, Gathered {
  /** Who leads, where home stands, what makes the gap, what was left out; with `draws`, whether home's rank holds. */
  reading: string;
  methodReading: string;
  weightsReading: string;
}

export interface Nearness {
  /** How many; 5 where left out. */
  count?: number;
  /** `standardised-euclidean` where left out; Gower's is a mean of shares, 0 to 1. */
  distance?: "standardised-euclidean" | "standardised-manhattan" | "gower";
  /** The least share of the indicators two places must both have; 0.75 where left out. */
  coverage?: number;
}

export interface PeersInput extends Nearness {
  values: readonly Row[] | Table;
  /** The row whose peers are sought. */
  of: number;
  lang?: Lang;
}

export interface Peers {
  /** From the nearest. */
  nearest: { row: number; distance: number; coverage: number }[];
  /** Rows that share too few indicators. */
  leftOut: number[];
  /** Columns without spread. */
  setAside: number[];
}

export interface PeersOfInput extends Gathering, Nearness {
  /** The place whose peers are sought. */
  home: string;
  lang?: Lang;
}

export interface PeersOf extends Peers, Gathered {
  reading: string;
}

export interface CrossCheckInput {
  /** Also what is plainly consistent: exact, rounded, or within a qualifier. */
  all?: boolean;
  lang?: Lang;
}

export interface CrossChecks {
  /** Of all checks, shown or not. */
  counts: {
    exact: number;
    qualified: number;
    rounded: number;
    truncated: number;
    withinInputs: number;
    inconsistent: number;
    notComparable: number;
  };
  /** First what the dataset declares, then what the core found. */
  findings: CheckFinding[];
}

/** Figures that depend on each other, and whether they agree. */
export interface CheckFinding {
  verdict: "consistent" | "inconsistent" | "not-comparable";
  agreement: Agreement | null;
  obstacle: "missing" | "units" | "periods" | "definitions" | "prices" | "zero-base" | "digits" | null;
  /** Why they are checked; `relation` is a position among the dataset's relations. */
  origin: {
    code: "declared" | "pattern" | "derived" | "shared-name" | "only-match" | "nested" | "all-parts" | "stated-twice" | "deadline";
    relation: number | null;
  };
  /** `null` of a deadline. */
  operation: "ratio" | "growth" | "difference" | "sum" | "increase" | "whole-base" | "part" | "same" | null;
  /** What the computed value is made of. */
  inputs: Stated[];
  /** What it is held against. */
  stated: Stated | null;
  /** Id of a target due before its document was issued. */
  target: string | null;
  /** In the stated figure's unit; `low` and `high` allow for the rounding of the inputs; `difference` is computed − stated. */
  outcome: { stated: number; computed: number; low: number; high: number; difference: number; unit: string } | null;
  /** What would make them fit, the most telling first; never a correction. */
  hints: Hint[];
  /** The verdict, and why they are checked, in a few words. */
  label: string;
  why: string;
  reading: string;
}

/** In which sense figures agree, the strictest first. */
export type Agreement = "exact" | "qualified" | "rounded" | "truncated" | "within-inputs";

/** A change under which the figures would agree. */
export interface Hint {
  code:
    | "ratio-for-growth"
    | "growth-for-ratio"
    | "percentage-points"
    | "digits-swapped"
    | "power-of-ten"
    | "off-by-one"
    | "other-figure"
    | "input-off-by-one"
    | "whole-base"
    | "whole-part"
    | "far-digits-swapped"
    | "truncated";
  /** The figure that would fit. */
  value: number;
  unit: string;
  decimals: number;
  agreement: Agreement;
  /** Of `power-of-ten`. */
  power: number | null;
  /** Position among the inputs that would change. */
  input: number | null;
  /** Of `other-figure`. */
  figure: Stated | null;
  label: string;
}

/** A figure with whose and of what it is. */
export interface Stated {
  id: string | null;
  region: RegionShown;
  indicator: IndicatorShown;
  period: string;
  /** `null` where the source says there is none. */
  figure: Published | null;
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
  start: Start | null;
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

/** Where a path starts, and how that is known. */
export interface Start extends Point {
  basis: "stated" | "implied" | "observed";
}

/** A published figure of a time. */
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

/** On track or not, as a track tells it. */
export interface Status {
  status: Grade | null;
  /** Actual ÷ required growth. */
  ratio: number | null;
  reason: "too-early" | "not-positive" | null;
}

/** Five grades; each method has its own thresholds for them, and its own words. */
export type Grade = "achieved" | "on-track" | "moderate" | "insufficient" | "moving-away";

/**
 * A method to judge progress by. They disagree; `eurostat` where left out.
 *
 * - `eurostat`: actual ÷ required compound growth; ≥ 95 % on track, ≥ 60 % moderate, ≥ 0 insufficient. Values above zero.
 * - `open-sdg`: the same ratio as open-sdg/sdg-build computes it, which takes a zero as 0.001.
 * - `sdsn`: actual ÷ required linear change; ≥ 100 %, ≥ 50 %, ≥ 0.
 * - `progress-chart`: UN Progress Chart, compound growth; ≥ 95 %, ≥ 50 %, ≥ −10 %.
 * - `unsd`: the value the pace leads to at the deadline; ≥ 95 %, ≥ 10 %, ≥ −10 % of the way.
 * - an object: 三色, a colour by thresholds of your own.
 */
export type StatusMethod = "eurostat" | "open-sdg" | "sdsn" | "progress-chart" | "unsd" | Signal;

/** Green, yellow or red by how far behind the mark the place is. `0 <= yellow <= red`. */
export interface Signal {
  /** `deviation`: elapsed share of the time minus share of the way (序时进度). `gap`: the distance to the path as a share of it. */
  signal: "deviation" | "gap";
  /** Farther behind than this is yellow; a fraction. */
  yellow: number;
  /** Farther behind than this is red. */
  red: number;
}

/** How a path runs between its ends; what a shape cannot walk is refused, not bent. */
export type PathShape =
  | "geometric"
  | "linear"
  /** The part s^power of the way: below 1 most of it early, above 1 late. */
  | { power: number }
  /** Slow, fast, slow; the steepness, near 0 a straight line. */
  | { logistic: number }
  /** In straight lines through these points, strictly between the ends. */
  | { milestones: readonly Point[] }
  /** For what adds up within one year: the shares of 12 months or 4 quarters, together 1. */
  | { seasonal: Numbers };

/** In which unit and with how many decimals sentences tell the values. */
export interface Written {
  /** As written, such as `亿元`; a bare number where left out. */
  unit?: string;
  /** 0 to 15; where left out, as many as the values have. */
  decimals?: number;
}

export interface StatusInput extends Written {
  start: Point;
  /** The target at its deadline. */
  end: Point;
  /** The latest figure. */
  now: Point;
  /** Whether the target must be passed and not merely met; `false` where left out. */
  strict?: boolean;
  method?: StatusMethod;
  /** The path between start and end, which only the signal `gap` asks for; `linear` where left out. */
  shape?: PathShape;
  lang?: Lang;
}

/** A verdict and what it rests on, or why there is none. */
export interface Ruling {
  method: "eurostat" | "open-sdg" | "sdsn" | "progress-chart" | "unsd" | "signal";
  /** `null` where the method gives a colour. */
  status: Grade | null;
  colour: "green" | "yellow" | "red" | null;
  /** Actual ÷ required pace, where the method compares paces. */
  ratio: number | null;
  grounds: Grounds | null;
  /** Why there is no verdict; stable. */
  reason: NoRuling | null;
  reading: string;
}

export type NoRuling =
  /** A number is too large to compute with. */
  | "out-of-range"
  | "order"
  /** No time has passed since the start. */
  | "too-early"
  /** Growth rates need values above zero. */
  | "not-positive"
  /** Values on both sides of zero have no growth rate. */
  | "sign-change"
  | "thresholds"
  /** The path asks for zero, of which there is no share. */
  | "no-share"
  /** The figure is an interval with the target in it. */
  | "undecided";

/** What a verdict rests on; rates are a year. */
export type Grounds =
  /** The target is met, which is asked first. */
  | { code: "met" }
  /** Start and target are the same, and the figure has left them. */
  | { code: "left" }
  /** Compound growth, as fractions; `replaced` where a zero was taken as 0.001. */
  | { code: "growth"; actual: number; required: number; ratio: number; replaced: boolean }
  /** Change in the figure's unit. */
  | { code: "change"; actual: number; required: number; ratio: number }
  /** The value expected at the deadline, and the share of the way it covers. */
  | { code: "expected"; value: number; share: number }
  /** How far behind the mark, as a fraction; below zero it is ahead. */
  | { code: "behind"; by: number };

export interface AssessInput {
  /** Id of a target. */
  target: string;
  /** The date of today as a period (`2026-11-22`): it says which deadlines are over; the core has no clock. */
  today: string;
  /** By which the status of a value to reach is told. */
  method?: StatusMethod;
  lang?: Lang;
}

/** A promise and what can be said of it. */
export interface Assessed {
  target: string;
  kind: "reach" | "multiply" | "growth" | "corridor" | "at-least" | "at-most" | "zero" | "rank" | "plan" | "cumulative" | "deliver";
  region: RegionShown;
  /** `null` only of a deliverable. */
  indicator: IndicatorShown | null;
  deadline: string;
  /** Whether the deadline is over, and how many years lie between it and today. */
  due: { over: boolean; years: number };
  finding: Finding | null;
  /** Why there is no finding; stable. */
  reason: NoFinding | null;
  /** What a reader of the finding must know. */
  cautions: { code: Caution; period: string | null }[];
  reading: string;
}

/** Whether a bound is met; `undecided` where the figure is an interval with the bound in it. */
export type Met = "yes" | "no" | "undecided";

/** What the figures up to the deadline say, by kind of promise. */
export type Finding =
  /** Of a value to reach, or a multiple. `firstMet` is the period of the first figure that meets it. */
  | {
      code: "reach";
      met: Met;
      goal: Quantity;
      latest: Actual;
      firstMet: string | null;
      pace: Pace | null;
      status: Ruling | null;
    }
  /** Of what is to come to zero. `needed` must go a year; the same a period of the figure's own length. */
  | {
      code: "zero";
      met: Met;
      latest: Actual;
      start: Start | null;
      pace: Pace | null;
      needed: number | null;
      neededAPeriod: { amount: number; aYear: number } | null;
    }
  /** Of a level to keep; the last check decides. */
  | { code: "held"; met: Met | null; limits: { bound: number; side: "at-least" | "at-most"; strict: boolean }[]; checks: Check[] }
  /** Of a growth rate, from the figures of successive years; growth is a fraction. */
  | { code: "grown"; met: Met | null; steps: { met: Met; from: Actual; to: Actual; growth: Interval }[] }
  /** Of a rank: committed to, and striven for (保二争一). */
  | { code: "rank"; met: Met; commit: number; stretch: { rank: number; met: Met } | null; checks: Check[]; otherScopes: number }
  /** Of a planned volume, or a total over a span. */
  | {
      code: "volume";
      met: Met;
      goal: Quantity;
      total: Interval;
      parts: Stated[];
      /** Done ÷ promised. */
      done: number | null;
      left: number;
      /** Whether the figures cover all of the promised time. */
      complete: boolean;
      /** Months covered, of months promised; `null` of a stock. */
      span: {
        from: string;
        to: string;
        until: string;
        elapsed: number;
        deviation: number | null;
        neededAMonth: number | null;
      } | null;
    }
  /** Of something to be done: no figure can tell whether it is. */
  | { code: "unrecorded" };

export interface Check {
  met: Met;
  actual: Actual;
}

/** The numbers a figure may be. */
export interface Interval {
  value: number;
  low: number;
  high: number;
  lowOpen: boolean;
  highOpen: boolean;
}

export type NoFinding =
  /** The place publishes no figure of this indicator. */
  | "no-figure"
  /** Figures are there, but none speaks of the promised time. */
  | "other-period"
  /** Ranks are there, but among others than promised. */
  | "other-scope"
  /** A multiple of a baseline that is not known. */
  | "no-baseline"
  | "no-year-before"
  /** Two figures cover the same months. */
  | "overlap"
  /** No figure covers the time before another. */
  | "gap"
  /** Rates, indices and ranks do not add up. */
  | "not-additive"
  | "no-indicator"
  | "out-of-range";

export type Caution =
  | "inferred-deadline"
  | "inferred-period"
  /** Figures of another definition than the latest are left out. */
  | "other-definition"
  /** Two figures are published for the period; the first counts. */
  | "disputed"
  /** 累计, but not since when: counted from this period, the first published. */
  | "since-first"
  /** 累计, but not since when: the figure is taken as the total it says. */
  | "since-unknown"
  /** The figure that decides is of an earlier period than the deadline. */
  | "earlier";

/**
 * How a series is carried forward.
 *
 * - `last-steps`: the pace over the last `steps` steps, from the latest value. No interval. From two points.
 * - `least-squares`: on time, with the prediction interval of a new figure (Student's t). From three points.
 * - `theil-sen`: the median of all slopes, with Sen's interval of the trend. From three points.
 */
export type ForecastMethod = "last-steps" | "least-squares" | "theil-sen";

/** The same growth every year, or the same amount. */
export type Trend = "geometric" | "linear";

/** From which side a goal is met. */
export type Direction = "up" | "down";

export interface ProjectInput extends Written {
  /** In order of time. */
  points: readonly Point[];
  goal?: number;
  /** When the goal is due: years on the axis. Needs a goal. */
  deadline?: number;
  /** Where left out, from the side of the goal on which the first point stands. Needs a goal. */
  direction?: Direction;
  /** Whether the goal must be passed. Needs a goal. */
  strict?: boolean;
  /** `last-steps` where left out. */
  method?: ForecastMethod;
  /** How many steps `last-steps` looks back over; 2 where left out. */
  steps?: number;
  /** `geometric` where every value and the goal are above zero, else `linear`. */
  trend?: Trend;
  /** Where the line of `theil-sen` lies, by scipy's names; `separate` where left out. */
  intercept?: "separate" | "joint";
  /** The share of cases an interval is to hold; 0.8 where left out. Not for `last-steps`. */
  level?: number;
  /** The times to tell values of. */
  at?: Numbers;
  lang?: Lang;
}

export type NoForecast =
  | "too-few-points"
  /** More than 2000 under `theil-sen`, which looks at every pair. */
  | "too-many-points"
  | "same-time"
  /** A geometric trend needs every value above zero. */
  | "not-positive"
  | "out-of-range";

export interface Projected {
  projection: Forecast | null;
  reason: NoForecast | null;
  /** The last of `at`, and with a deadline the arrival; empty where neither is asked for. */
  reading: string;
}

export interface Forecast extends Projection {
  method: ForecastMethod;
  trend: Trend;
  /** The interval of `growth` or `change` at the level asked for. */
  rateLow: number | null;
  rateHigh: number | null;
  /** The share of variance that least squares explains. */
  rSquared: number | null;
  /** What the intervals of values are of: a single figure to come, or the trend alone. */
  rangeOf: "prediction" | "slope" | null;
  level: number | null;
  /** One for each of `at`; `null` where it would be no finite number. */
  values: { at: number; value: number | null; low: number | null; high: number | null }[];
  /** Whether the latest point meets the goal, which it then does since `arrival`; `null` without a goal. */
  met: boolean | null;
  /** Arrival of the more favourable bound, and of the less favourable one; `null` for never. */
  earliest: number | null;
  latest: number | null;
  /** Years from the deadline to the arrival; below zero it is early. */
  late: number | null;
  direction: Direction | null;
}

/** A pace carried forward. */
export interface Projection {
  /** Compound growth a year; `null` where the pace is an even change. */
  growth: number | null;
  /** Change a year; `null` where the pace is a growth. */
  change: number | null;
  /** The first and the latest of the points it rests on. */
  since: Point;
  from: Point;
  /** When the goal is met at that pace; `null` where it is not within a century. */
  arrival: number | null;
}

export type NoProjection = "too-few-points" | "no-time";

export interface WhatIfInput extends Written {
  base: Point;
  /** How many times the base is to be reached; 2 is a doubling. */
  factor: number;
  /** In how many years; at most 100. */
  years: number;
  /** `geometric` where left out. */
  shape?: PathShape;
  /** The latest figure; the base where left out. */
  now?: Point;
  /** The growth a year assumed from now on, as a fraction; where left out the growth so far. */
  growth?: number;
  method?: StatusMethod;
  lang?: Lang;
}

export interface WhatIf {
  scenario: Scenario | null;
  /** Why there is no such path; stable. */
  reason: NoPathShape | null;
  reading: string;
}

export type NoPathShape =
  | "out-of-range"
  | "order"
  /** A geometric path needs both ends above zero; to zero use a linear one. */
  | "not-positive"
  | "parameter"
  /** A milestone is not strictly between the ends. */
  | "milestone"
  /** Seasonal shares are 12 or 4, together 1. */
  | "shares"
  /** A seasonal path is one year long. */
  | "not-one-year";

export interface Scenario {
  end: Point;
  /** The path at its start, at every year after it, and at its end. */
  path: Point[];
  /** `now` held against the path. */
  pace: Pace;
  status: Ruling;
  /** Where the growth leads; `null` where there is none to carry on. */
  outlook: { growth: number; atDeadline: number; arrival: number | null; late: number | null } | null;
}

export interface SplitInput extends Written {
  total: number;
  /** By weights, by each zone's base and growth rate, or equally; at most 10,000 zones. */
  by: { share: Numbers } | { growth: readonly { base: number; rate: number }[] } | { equal: number };
  /** One a zone; without them there is no reading. */
  names?: readonly string[];
  lang?: Lang;
}

/** By largest remainders (Hamilton): no other parts with the same sum are nearer to the exact ones. */
export interface Split {
  /** Rounded to `decimals`. */
  total: number;
  decimals: number;
  /** `units` are of the last decimal and add up exactly; `exact` is before rounding. */
  parts: { name: string | null; value: number; units: number; exact: number }[];
  reading: string | null;
}

export interface TimeDistanceInput extends Written {
  /** The own place's time and level. */
  own: Point;
  /** The other's figures, in order of time. */
  leader: readonly Point[];
  /** How it moved between two figures; `linear` where left out. */
  trend?: Trend;
  /** On which side of the level "past it" is; `up` where left out. */
  direction?: Direction;
  /** Without them there is no reading. */
  names?: PlaceNames;
  lang?: Lang;
}

export interface PlaceNames {
  own: string;
  leader: string;
}

export interface TimeDistance {
  /** `at`: the other was there; `more-than`: before its series begins; `less-than`: not by its end. */
  code: "at" | "more-than" | "less-than" | null;
  /** The own time minus that; above zero where the other was there earlier. */
  years: number | null;
  at: number | null;
  /** How often the other passed the level; the latest counts. */
  crossings: number | null;
  trend: Trend;
  direction: Direction;
  reason: "too-few-points" | "same-time" | "not-positive" | "out-of-range" | null;
  reading: string | null;
}

/** Where a place stands, and what it gains a year: by growth (a fraction) or by an even change. */
export type Mover = { at: number; value: number; growth: number } | { at: number; value: number; change: number };

export interface CatchUpInput extends Written {
  own: Mover;
  /** A level that stays, or a place with a pace of its own, of the same sort. */
  leader: number | Mover;
  /** `up` where left out. */
  direction?: Direction;
  /** Without them there is no reading. */
  names?: PlaceNames;
  lang?: Lang;
}

export interface CatchUp {
  /** When they meet, years from the own point, and at which level. */
  at: number | null;
  years: number | null;
  value: number | null;
  direction: Direction;
  reason: NoCatchUp | null;
  reading: string | null;
}

export type NoCatchUp =
  | "already-ahead"
  /** The distance stays as it is. */
  | "parallel"
  /** The distance grows. */
  | "diverging"
  | "beyond-century"
  | "not-positive"
  /** One gains by growth, the other by even amounts. */
  | "courses"
  | "out-of-range";

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
  /** Colours for light or dark pages, for high contrast on either, or for paper; `light` where left out. */
  theme?: "light" | "dark" | "contrast" | "contrast-dark" | "print";
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
