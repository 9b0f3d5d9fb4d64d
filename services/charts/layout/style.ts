/** Part of every picture's key: raise it when pixels change for the same spec. */
export const STYLE_VERSION = 3;

export const WIDTH = 1080;
/** A phone held upright shows it whole. */
export const MAX_HEIGHT = 1440;
/** Of a list of many rows or long names: it fills the phone from edge to edge. */
export const LONG_HEIGHT = 1760;
export const MIN_HEIGHT = 540;
export const MARGIN = 44;
/** Zebra stripes reach a little beyond the text. */
export const STRIPE_MARGIN = 28;
/** Read at arm's length on a phone, where a picture is a third as wide: no text is smaller at 1080 wide. */
export const MIN_TEXT = 26;
/** Pictures of longer lists come in pages. */
export const ROWS_A_PICTURE = 25;
/** But all provinces stand in one. */
export const MOST_ROWS = 34;
/** Cells of a paper, each large enough to be read beside what was read of it. */
export const CUT_OUTS_A_PICTURE = 8;
/** Small multiples below each other. */
export const PANELS_A_PICTURE = 4;
/** Least pixels of a group's head with the air around it, of one bar, and of all groups of a picture. */
export const BARS = { group: 50, bar: 34, room: 790 } as const;

export const COLOR = {
  paper: "#ffffff",
  stripe: "#f6f8fb",
  ink: "#0f172a",
  text: "#334155",
  quiet: "#526077",
  hair: "#dde3ec",
  track: "#e6ebf3",
  blue: "#2563eb",
  blueBand: "#92b1f5",
  bluePale: "#e3ebfd",
  orange: "#dd7a14",
  orangeBand: "#eebd8a",
  line: "#b45309",
  good: "#15803d",
  bad: "#b91c1c",
} as const;

/** Of targets missed by a little, by more, by much. */
export const HEAT = { near: "#fbe0c3", short: "#f3ab62", far: "#b4530a" } as const;

/**
 * Told apart by those who see colours otherwise too, in print and on a phone: five-class YlGnBu and PuOr of ColorBrewer
 * (colorbrewer2.org, C. Brewer), and two colours of them. Steps from the lowest to the highest.
 */
export const MAP = {
  /** Units without a figure. */
  missing: "#c9ccd1",
  ordered: ["#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"],
  diverging: ["#e66101", "#fdb863", "#f7f7f7", "#b2abd2", "#5e3c99"],
  met: ["#fdb863", "#2c7fb8"],
  /** Colours on which words are white. */
  dark: ["#2c7fb8", "#253494", "#5e3c99"],
  /** Between units, and round all of them. */
  border: "#64748b",
  outline: "#334155",
} as const;

/** Of lists that leave room, of a few rows, of titles and of the one figure a picture is about. */
export const LARGE_TEXT = 28;
export const LARGER_TEXT = 30;
export const SMALL_TITLE = 36;
export const TITLE = 40;
export const HEADLINE = 44;

/** Between the names, the axis and the figures. */
export const AXIS_GAP = 30;
