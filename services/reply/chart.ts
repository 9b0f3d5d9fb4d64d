import type { MapChart } from "#services/reply/map-chart.ts";

/** Everything a drawing needs, as plain data: words and figures already written out for the reader. */
export type ChartSpec =
  | RankChart
  | ProfileChart
  | AlertChart
  | TrendChart
  | BarChart
  | HeatChart
  | WaterfallChart
  | CutOutChart
  | MapChart;

/** A value of an axis, as it is written beside it. */
export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** One figure on the axis of a ranking picture. */
export interface RankChartRow {
  readonly rank: string;
  readonly name: string;
  readonly value: number;
  readonly valueText: string;
  /** Last period's value, drawn as a ring; null = unknown. */
  readonly previous: number | null;
  /** "+6,96"; empty = nothing to say. */
  readonly changeText: string;
  readonly changeTone: "good" | "bad" | "same";
  /** Places gained (+) or lost (−); null = unknown. */
  readonly moved: number | null;
  /** First or last three: bold name. */
  readonly strong: boolean;
  /** Misses its target: orange. */
  readonly attention: boolean;
}

/** The ranking picture: dots and rings on an honest axis, with columns of value, change and places. */
export interface RankChart {
  readonly type: "rank";
  readonly title: string;
  readonly subtitle: string;
  readonly columns: { readonly value: string; readonly change: string; readonly moved: string };
  readonly rows: readonly RankChartRow[];
  /** Same on every page of one ranking. */
  readonly axis: { readonly min: number; readonly max: number };
  readonly ticks: readonly Tick[];
  /** The target, else the whole scope's own figure. */
  readonly line: { readonly value: number; readonly label: string } | null;
  /** Words of the key under the rows: after a dot, after a ring (null = none drawn), and what follows. */
  readonly key: { readonly dot: string; readonly ring: string | null; readonly rest: string };
  /** Last line of the list: "chưa có số liệu: …"; null = none missing. */
  readonly missing: string | null;
  /** Evidence: state, version, source, extraction time, check code. */
  readonly footer: readonly string[];
  readonly alt: string;
}

/** One unit's groups as % of their maximum, against the scope's average. */
export interface ProfileChart {
  readonly type: "profile";
  readonly title: string;
  readonly subtitle: string;
  /** "69,45 điểm · hạng 4/34"; large. */
  readonly headline: string;
  readonly columns: { readonly value: string; readonly average: string };
  readonly rows: readonly {
    readonly name: string;
    /** % of the maximum, 0–100: a bar from zero. */
    readonly percent: number;
    /** "17,72/20". */
    readonly valueText: string;
    /** Scope average in %, a ring; null = unknown. */
    readonly averagePercent: number | null;
    readonly averageText: string;
    readonly attention: boolean;
  }[];
  readonly key: { readonly bar: string; readonly ring: string | null; readonly rest: string };
  readonly footer: readonly string[];
  readonly alt: string;
}

/** How far an alert is dealt with; a mark of its own shape each. late: the day that was promised is over. */
export type AlertMark = "unseen" | "seen" | "explained" | "late";

/** Units by what is amiss with them, a mark and a figure for each matter. */
export interface AlertChart {
  readonly type: "alerts";
  readonly title: string;
  readonly subtitle: string;
  /** Heads of what was alerted. */
  readonly columns: readonly string[];
  /** The worst first. */
  readonly rows: readonly {
    readonly name: string;
    /** Something is late: bold name. */
    readonly strong: boolean;
    /** One for each column; null = nothing is amiss. */
    readonly cells: readonly ({
      readonly mark: AlertMark;
      readonly text: string;
      /** Of an urgent rule: its figure is bold and red. */
      readonly urgent?: true;
    } | null)[];
  }[];
  readonly key: readonly { readonly mark: AlertMark; readonly words: string }[];
  /** What bold red figures are; empty = there are none. */
  readonly urgent: string;
  /** "và 7 đơn vị khác"; null = all are shown. */
  readonly more: string | null;
  readonly footer: readonly string[];
  readonly alt: string;
}

/** Figures over time, a panel for each thing that is followed. */
export interface TrendChart {
  readonly type: "trend";
  readonly title: string;
  readonly subtitle: string;
  /** "t8/2024": one for each point of a panel, oldest first. */
  readonly periods: readonly string[];
  readonly panels: readonly TrendPanel[];
  readonly key: {
    readonly dot: string;
    /** null = no panel has one. */
    readonly line: string | null;
    readonly band: string | null;
    readonly broken: string | null;
  };
  readonly footer: readonly string[];
  readonly alt: string;
}

export interface TrendPanel {
  /** "Thủ Sỹ · Tiến độ giải quyết"; empty = the title says it. */
  readonly head: string;
  readonly axis: { readonly min: number; readonly max: number };
  /** Places: the first stands on top. */
  readonly reversed: boolean;
  /** Values of the axis that are written beside it. */
  readonly ticks: readonly Tick[];
  readonly points: readonly {
    /** null = a gap. */
    readonly value: number | null;
    readonly text: string;
    /** It misses its target: orange. */
    readonly attention: boolean;
    /** Not to be set against the point before: no line between them. */
    readonly broken: boolean;
  }[];
  /** The level to reach, as far as it lies on the axis. */
  readonly line: number | null;
  /** What is usual. */
  readonly band: { readonly low: number; readonly high: number } | null;
}

/** best: blue; worse: orange; plain: pale blue. */
export type BarTone = "best" | "worse" | "plain";

/** Bars beside each other, a group for each indicator. */
export interface BarChart {
  readonly type: "bars";
  readonly title: string;
  readonly subtitle: string;
  readonly groups: readonly {
    readonly head: string;
    readonly bars: readonly {
      readonly name: string;
      /** 0–100 of the group's longest possible bar; null = no figure. */
      readonly percent: number | null;
      readonly valueText: string;
      /** The first two are bold. */
      readonly tone: BarTone;
    }[];
  }[];
  readonly key: readonly { readonly tone: BarTone; readonly words: string }[];
  readonly footer: readonly string[];
  readonly alt: string;
}

/** One figure that becomes another by steps. */
export interface WaterfallChart {
  readonly type: "waterfall";
  readonly title: string;
  readonly subtitle: string;
  /** The first and the last are totals; each step begins where the one before it ends. */
  readonly rows: readonly WaterfallRow[];
  readonly axis: { readonly min: number; readonly max: number };
  readonly ticks: readonly Tick[];
  readonly key: { readonly total: string; readonly gain: string; readonly loss: string };
  readonly footer: readonly string[];
  readonly alt: string;
}

export interface WaterfallRow {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly tone: "total" | "gain" | "loss" | "same";
}

/** How a value stands to its target; missed ones by how far they are away. */
export type HeatLevel = "met" | "near" | "short" | "far";

/** Units × targets, the figures in the cells. */
export interface HeatChart {
  readonly type: "heat";
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly { readonly head: string; readonly target: string }[];
  readonly rows: readonly {
    readonly name: string;
    /** It misses a target: bold name. */
    readonly strong: boolean;
    /** One for each column; null = no figure. */
    readonly cells: readonly ({ readonly text: string; readonly level: HeatLevel } | null)[];
  }[];
  readonly key: readonly { readonly level: HeatLevel; readonly words: string }[];
  readonly footer: readonly string[];
  readonly alt: string;
}

/** Cells of a scanned paper beside what was read of them. */
export interface CutOutChart {
  readonly type: "cut-outs";
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly {
    /** Unit and indicator. */
    readonly name: string;
    readonly read: string;
    readonly cell: CutOut;
  }[];
  readonly footer: readonly string[];
  readonly alt: string;
}

/** A piece of a page; size in its own pixels. */
export interface CutOut {
  /** Base64. */
  readonly png: string;
  readonly width: number;
  readonly height: number;
}
