import { countOf, decimalOf } from "#services/documents/marks/figures.ts";
import { fold } from "#services/text/fold.ts";

/** A number in a cell of a table, as written. */
export interface NumberCell {
  readonly kind: "number";
  /** Digits with their marks, a minus before them where there is one: "-0,80", "1 234". */
  readonly written: string;
  /** "12/30" → 30. */
  readonly over: number | null;
  /** What the words or the sign behind it say it is; null = nothing. */
  readonly measure: "points" | "rate" | "count" | null;
  /** "tăng 0,5", "▲ 0,5": 1; "giảm 0,5", "▼ 0,5": -1. */
  readonly turn: 1 | -1 | null;
}

/**
 * What one cell says: a number; that nothing is given ("-", "N/A", "không phát sinh"); words; or something with digits
 * in it that is no number one can be sure of ("8O,18", "88,23 (hạng 3)").
 */
export type Cell = NumberCell | { readonly kind: "absent" | "words" | "odd" };

export function cellOf(text: string): Cell {
  const written = text.trim();
  if (isAbsent(written)) return { kind: "absent" };
  const inner = /^\((?<inner>[^()]+)\)$/u.exec(written)?.groups?.inner;
  const number = inner === undefined ? (numberOf(written) ?? shareOf(written)) : numberOf(inner);
  const isSigned = number !== null && (number.turn !== null || /^[+-]/u.test(number.written));
  if (number && (inner === undefined || isSigned)) return number;
  return { kind: /\p{N}/u.test(written) ? "odd" : "words" };
}

const NUMBER =
  /^['’‘`]?(?<lead>\p{L}[\p{L} ]*|[▲▼↑↓])?\s?(?<sign>[+\-−–]\s?)?(?<digits>\d{1,3}(?: \d{3})+(?![\d])|\d+(?:[.,]\d+)*)(?:\s?\/\s?(?<over>\d{1,3}(?:[. ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?))?\s?(?<trail>%|\p{L}[\p{L} ]*|[▲▼↑↓])?$/u;

const LEADS: Readonly<Record<string, NumberCell["turn"]>> = {
  tang: 1,
  giam: -1,
  "▲": 1,
  "↑": 1,
  "▼": -1,
  "↓": -1,
  hang: null,
  thu: null,
  xep: null,
  "xep thu": null,
  "xep hang": null,
  "dung thu": null,
  "vi tri": null,
  "vi tri thu": null,
};

const TRAILS: Readonly<Record<string, NumberCell["measure"]>> = {
  "%": "rate",
  "phan tram": "rate",
  diem: "points",
  d: "points",
  "ho so": "count",
  hs: "count",
  ban: "count",
  "don vi": "count",
  "thu tuc": "count",
  tthc: "count",
  luot: "count",
};

function numberOf(written: string): NumberCell | null {
  const groups = NUMBER.exec(written)?.groups;
  const { lead = "", sign = "", digits = "", over, trail = "" } = groups ?? {};
  if (!groups) return null;
  const [before, behind] = [fold(lead).trim(), fold(trail).trim()];
  const known = (word: string, words: object): boolean => word === "" || word in words;
  if (!known(before, LEADS) || !(known(behind, TRAILS) || behind in ARROWS)) return null;
  const whole = over === undefined ? null : /[. ]\d{3}$/u.test(over) ? countOf(over) : decimalOf(over);
  if (over !== undefined && whole === null) return null;
  return {
    kind: "number",
    written: `${/[-−–]/u.test(sign) ? "-" : sign.trim()}${digits}`,
    over: whole,
    measure: TRAILS[behind] ?? null,
    turn: LEADS[before] ?? ARROWS[behind] ?? null,
  };
}

const ARROWS: Readonly<Record<string, 1 | -1>> = { "▲": 1, "↑": 1, "▼": -1, "↓": -1 };

/** "12/12 (100%)" and "100% (12/12)": the share, when both say the same. */
function shareOf(written: string): NumberCell | null {
  const [, outside = "", inside = ""] = /^([^()]+)\(([^()]+)\)$/u.exec(written) ?? [];
  const both = [numberOf(outside.trim()), numberOf(inside.trim())];
  const rate = both.find((number) => number?.measure === "rate" && number.over === null);
  const ratio = both.find((number) => number !== rate && number?.over);
  if (!rate || !ratio?.over) return null;
  const share = (100 * (decimalOf(ratio.written) ?? Number.NaN)) / ratio.over;
  const isSame = Math.abs(share - (decimalOf(rate.written) ?? Number.NaN)) <= LARGEST_ROUNDING;
  return isSame ? rate : null;
}

const LARGEST_ROUNDING = 0.5;

const NOTHING = new Set([
  "n/a",
  "na",
  "#n/a",
  "n.a",
  "n.a.",
  "null",
  "khong",
  "khong co",
  "khong phat sinh",
  "khong phat sinh ho so",
  "khong phat sinh hs",
  "khong co ho so",
  "khong co phat sinh",
  "chua phat sinh",
  "chua co",
  "chua co so lieu",
  "khong co so lieu",
  "chua co ket qua",
  "khong danh gia",
  "chua danh gia",
  "khong tinh",
  "khong ap dung",
  "khong xac dinh",
  "kps",
]);

/** Whether a cell that begins and ends without spaces says that nothing is given. */
export function isAbsent(written: string): boolean {
  if (/^[-–—−‒_.…·/\\\s]*$/u.test(written)) return true;
  return written.length <= 30 && !/\d/u.test(written) && NOTHING.has(fold(written));
}
