import type { FigureColumn } from "#services/documents/tables/column.ts";
import { groupBy } from "#services/group-by.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import { type Period, periodRange } from "#services/periods/period.ts";

/** A column of places or changes whose head does not say of what: "Xếp hạng", "Tăng/giảm". */
export interface BareColumn {
  readonly role: "rank" | "change";
  readonly indicator: null;
  readonly period: Period | null;
}

interface Other {
  readonly role: "ordinal" | "unit" | "words" | "unknown" | "maximum" | "shares" | "target";
}

type Draft<T> = FigureColumn | BareColumn | T;

/**
 * What bare columns are of, and of which period places and changes are: the last that the table gives. Several of one
 * kind belong each to the figures before it; a single one to the total where the table has it. Where that leaves a
 * choice, nobody knows: "unknown". `total`: the index itself.
 */
export function settleBare<T extends Other>(
  drafts: readonly Draft<T>[],
  total: Indicator | undefined,
): readonly (FigureColumn | T | { readonly role: "unknown" })[] {
  const all = drafts.filter(isValue);
  const byPeriod = groupBy(all, ({ period }) => period);
  const bares = groupBy(drafts.filter(isBare), keyOf);
  const latest = latestPeriods(all);
  const facts = {
    every: factsOf(all),
    byPeriod: new Map([...byPeriod].map(([key, own]) => [key, factsOf(own)])),
  };
  const last = new Map<Period | null | "any", Indicator>();
  return drafts.map((draft) => {
    if (isValue(draft)) {
      last.set(draft.period, draft.indicator);
      last.set("any", draft.indicator);
    }
    if (!isTurn(draft)) return draft;
    const { period } = draft;
    const periodOf = (indicator: Indicator): Period | null => period ?? latest.get(indicator) ?? null;
    if (!isBare(draft)) return { ...draft, period: periodOf(draft.indicator) };
    const before = last.get(period ?? "any");
    const around = (period === null ? facts.every : facts.byPeriod.get(period)) ?? factsOf([]);
    const isSingle = bares.get(keyOf(draft))?.length === 1;
    const indicator = isSingle ? ofSingle(draft.role, around, before, total) : (before ?? total);
    return indicator ? { role: draft.role, indicator, period: periodOf(indicator) } : { role: "unknown" };
  });
}

/** Of the columns of values that a bare one may belong to. */
interface Values {
  readonly hasTotal: boolean;
  /** Indicators among them, counts left out. */
  readonly figures: number;
}

function factsOf(values: readonly FigureColumn[]): Values {
  const indicators = new Set(values.map(({ indicator }) => indicator));
  return {
    hasTotal: [...indicators].some(({ id }) => id === TOTAL),
    figures: [...indicators].filter(({ measure }) => measure !== "count").length,
  };
}

function ofSingle(
  role: BareColumn["role"],
  { hasTotal, figures }: Values,
  before: Indicator | undefined,
  total: Indicator | undefined,
): Indicator | undefined {
  if (hasTotal) return role === "rank" || before?.id === TOTAL ? total : undefined;
  if (figures > 1) return undefined;
  return before ?? (role === "rank" ? total : undefined);
}

/** Of several periods the last is the one that is ranked and compared; null = the table's. */
function latestPeriods(values: readonly FigureColumn[]): ReadonlyMap<Indicator, Period | null> {
  const latest = new Map<Indicator, Period | null>();
  for (const { indicator, period } of values) {
    const known = latest.get(indicator);
    if (known === undefined || period === null) latest.set(indicator, period);
    else if (known !== null && periodRange(known).end < periodRange(period).end)
      latest.set(indicator, period);
  }
  return latest;
}

const keyOf = ({ role, period }: BareColumn): string => `${role} ${period}`;

const isBare = (column: object): column is BareColumn => "indicator" in column && column.indicator === null;

const isTurn = (column: object): column is FigureColumn | BareColumn =>
  "indicator" in column && "role" in column && (column.role === "rank" || column.role === "change");

const isValue = (column: object): column is FigureColumn =>
  "role" in column && column.role === "value" && "indicator" in column;
