import * as z from "zod";

/** Figures of one unit by the portal's own codes ("totalScore", "TDGQ"), or ours where it has none; null = nothing to measure. */
export interface SavedRow {
  readonly name: string;
  /** "H21.106"; null = the answer gives none. */
  readonly code: string | null;
  readonly isDepartment: boolean;
  readonly figures: Readonly<Record<string, number | null>>;
  /** Its place among its like, where the file gives one. */
  readonly rank: number | null;
}

/** An answer of the national portal that somebody kept, raw or with a head of his program's own. */
export interface SavedAnswer {
  /** Whose units are listed. */
  readonly root: SavedRow;
  readonly units: readonly SavedRow[];
  /** Units that the answer says there are; null = it does not say. */
  readonly stated: number | null;
  /** What the request asked for, where the file tells: "2026-08", "2026-Q3", "2026"; null = it does not. */
  readonly period: string | null;
  /** ISO with offset or Z; null = the file does not say. */
  readonly fetchedAt: string | null;
}

const figure = z.number().nullable().optional();
const Metric = z.object({ code: z.string(), ratio: figure, denominator: figure });
const Row = z.looseObject({
  departmentName: z.string(),
  departmentCode: z.string().nullish(),
  childGroup: z.string().optional(),
  level: z.string().optional(),
  departmentLevel: z.string().optional(),
  score: figure,
  totalScore: figure,
  maxScore: figure,
  totalMaxScore: figure,
  ratio: figure,
  groupRank: z.int().positive().optional(),
  groupScores: z.record(z.string(), figure).optional(),
  metrics: z.array(Metric).optional(),
});
type Row = z.infer<typeof Row>;

const Lists = z.object({
  overview: Row.optional(),
  parent: Row.optional(),
  radar: z.array(z.object({ code: z.string(), score: figure })).optional(),
  evaluation: z.array(Row).optional(),
  children: z.array(Row).optional(),
  agencies: z.array(Row).optional(),
  communes: z.array(Row).optional(),
  pagination: z.object({ total: z.int() }).optional(),
});
const Head = z.object({
  timeType: z.enum(["month", "quarter", "year"]),
  year: z.int().min(2020).max(2100),
  month: z.int().min(1).max(12).nullish(),
  quarter: z.int().min(1).max(4).nullish(),
  period: z.int().min(1).max(12).nullish(),
  extractedAt: z.iso.datetime({ offset: true }).optional(),
});
const Answer = z.union([
  z.object({ code: z.literal("OK"), data: Lists, metadata: Head.optional() }),
  Lists.extend({ metadata: Head.optional() }).transform(({ metadata, ...data }) => ({ data, metadata })),
]);

/** The answer in a text; null = it is none of the portal's. */
export function savedAnswer(text: string): SavedAnswer | null {
  if (!text.trimStart().startsWith("{")) return null;
  const { data: answer } = Answer.safeParse(parsed(text));
  if (!answer) return null;
  const { overview, parent, radar = [], evaluation, children, agencies, communes } = answer.data;
  const root = overview ?? parent;
  const rows = [evaluation, children, agencies, communes].flatMap((some) => some ?? []);
  if (!root || rows.length === 0) return null;
  const group = groupAsked(root, rows);
  const own = rowOf(root, group);
  const scores = Object.fromEntries(radar.map(({ code, score }) => [code, score ?? null]));
  return {
    root: { ...own, figures: { ...own.figures, ...scores } },
    units: rows.map((row) => rowOf(row, group)),
    stated: answer.data.pagination?.total ?? null,
    period: answer.metadata ? periodOf(answer.metadata) : null,
    fetchedAt: answer.metadata?.extractedAt ?? null,
  };
}

/** Line breaks mean nothing in JSON, and a text pasted in several messages has them anywhere. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll(/[\r\n]/gu, ""));
  } catch {
    return undefined;
  }
}

/** Groups by their maximum, which the answer says though not whose it is; two share eighteen points. */
const GROUP_OF_MAXIMUM: Readonly<Record<number, string>> = { 20: "TDGQ", 12: "CLGQ", 10: "TTTT", 22: "MDSH" };
const SATISFACTION = /SATISFACTION|PETITION/u;

/** The group that an answer is about; null = all of them: it gives totals. */
function groupAsked(root: Row, rows: readonly Row[]): string | null {
  const [maximum = null] = [root, ...rows].flatMap((row) => row.totalMaxScore ?? row.maxScore ?? []);
  if (maximum === 18) {
    const metrics = [root, ...rows].flatMap((row) => row.metrics ?? []);
    return metrics.some(({ code }) => SATISFACTION.test(code)) ? "MDHL" : "CKMB";
  }
  return maximum === null ? null : (GROUP_OF_MAXIMUM[maximum] ?? null);
}

/** What programs call groups by other names. */
const OTHER_CODES: Readonly<Record<string, string>> = { ONLINE: "CLGQ" };

function rowOf(row: Row, group: string | null): SavedRow {
  const named = Object.entries(row.groupScores ?? {}).map(
    ([code, value]) => [OTHER_CODES[code] ?? code, value ?? null] as const,
  );
  const rates = (row.metrics ?? []).map(({ code, ratio, denominator }) => {
    // Of nothing there is no share, though the portal writes 0.
    return [code, denominator === 0 ? null : (ratio ?? null)] as const;
  });
  return {
    name: row.departmentName,
    code: row.departmentCode ?? null,
    isDepartment: isDepartment(row),
    figures: {
      ...countsOf(row),
      ...(group === "TDGQ" && row.totalReceived !== 0 ? { "on-time-rate": row.ratio ?? null } : {}),
      ...Object.fromEntries(rates),
      [group ?? "totalScore"]: row.score ?? row.totalScore ?? null,
      ...Object.fromEntries(named),
    },
    rank: row.groupRank ?? null,
  };
}

function isDepartment({ childGroup, level, departmentLevel }: Row): boolean {
  return childGroup === undefined ? (level ?? departmentLevel) === "PROVINCE" : childGroup === "AGENCY";
}

/** "totalReceived", "avgProcessingDays": what else is counted or measured. */
function countsOf(row: Row): Record<string, number | null> {
  const counts = Object.entries(row).filter(
    (entry): entry is [string, number] => isCounted(entry[0]) && typeof entry[1] === "number",
  );
  return Object.fromEntries(counts);
}

const ABOUT_THE_LIST = ["totalScore", "totalMaxScore", "totalUnitsCount"];
const isCounted = (field: string): boolean =>
  /^(?:total|avg)[A-Z]/u.test(field) && !ABOUT_THE_LIST.includes(field);

function periodOf({ timeType, year, month, quarter, period }: z.infer<typeof Head>): string | null {
  if (timeType === "year") return String(year);
  const number = (timeType === "month" ? month : quarter) ?? period ?? null;
  if (number === null) return null;
  return timeType === "month" ? `${year}-${String(number).padStart(2, "0")}` : `${year}-Q${number}`;
}
