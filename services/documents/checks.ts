import type { ImportWarning } from "#services/documents/extraction.ts";
import { groupBy } from "#services/documents/group-by.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";
import { fullName } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

export interface CheckOptions {
  readonly indicators: Indicators;
  /** Knows the units the document adds, too. */
  readonly units: Pick<Units, "get">;
  /** Current sheet of the period before; null = none. */
  readonly previous: Sheet | null;
}

/** What does not fit in one draft. "over-100" and "over-maximum" cannot be true and block. */
export function checkDraft(draft: SheetDraft, options: CheckOptions): readonly ImportWarning[] {
  const nameOf = (id: string) => {
    const unit = options.units.get(id);
    return unit ? fullName(unit) : id;
  };
  return [
    ...tooHigh(draft, options.indicators, nameOf),
    ...sumsThatDiffer(draft, options.indicators, nameOf),
    ...(options.previous ? againstPrevious(draft, options.previous, options.indicators, nameOf) : []),
  ];
}

type NameOf = (id: string) => string;

const HIGHEST = 100;

function tooHigh(draft: SheetDraft, indicators: Indicators, nameOf: NameOf): readonly ImportWarning[] {
  return draft.observations.flatMap(({ unit, indicator: id, value }): readonly ImportWarning[] => {
    const indicator = indicators.get(id);
    if (!indicator || value === null) return [];
    const facts = { unit: nameOf(unit), indicator: id, value };
    const isTotal = indicator.measure === "rate" || indicator.max === HIGHEST;
    if (isTotal) return value > HIGHEST || value < 0 ? [{ code: "over-100", facts }] : [];
    if (indicator.max === null || (value <= indicator.max && value >= 0)) return [];
    return [{ code: "over-maximum", facts: { ...facts, maximum: indicator.max } }];
  });
}

/** Sums off by more are flagged, never repaired: the portal's own differ by up to 0.35. */
const SUM_TOLERANCE = 0.5;
const ROUNDING = 1e-6;
const SIX = ["CKMB", "TDGQ", "CLGQ", "TTTT", "MDHL", "MDSH"];
const FIVE = ["CKMB", "TDGQ", "online-services", "MDHL", "MDSH"];

function sumsThatDiffer(draft: SheetDraft, indicators: Indicators, nameOf: NameOf): readonly ImportWarning[] {
  const byUnit = groupBy(draft.observations, ({ unit }) => unit);
  return [...byUnit].flatMap(([unit, observations]): readonly ImportWarning[] => {
    const figureOf = (id: string) => observations.find(({ indicator }) => indicator === id)?.value ?? null;
    const total = figureOf(TOTAL);
    const groups = [SIX, FIVE]
      .map((ids) => ids.map(figureOf))
      .find((values) => values.every((value) => value !== null));
    if (total === null || !groups || !indicators.get(TOTAL)) return [];
    const sum = groups.reduce<number>((all, value) => all + (value ?? 0), 0);
    if (Math.abs(sum - total) <= SUM_TOLERANCE + ROUNDING) return [];
    return [{ code: "sum-differs", facts: { unit: nameOf(unit), sum: Math.round(sum * 100) / 100, total } }];
  });
}

function againstPrevious(
  draft: SheetDraft,
  previous: Sheet,
  indicators: Indicators,
  nameOf: NameOf,
): readonly ImportWarning[] {
  const earlier = new Map(previous.observations.map((each) => [`${each.unit}\t${each.indicator}`, each]));
  const pairs = draft.observations.flatMap((after) => {
    const before = earlier.get(`${after.unit}\t${after.indicator}`);
    return before && before.value !== null && after.value !== null ? [{ before, after }] : [];
  });
  return [
    ...identical(draft, pairs),
    ...pairs.flatMap(({ before, after }) => jump(before, after, indicators.get(after.indicator), nameOf)),
    ...missing(draft, previous, nameOf),
  ];
}

interface Pair {
  readonly before: Observation;
  readonly after: Observation;
}

const FEWEST_IDENTICAL = 3;

function identical(draft: SheetDraft, pairs: readonly Pair[]): readonly ImportWarning[] {
  const alike =
    pairs.length >= FEWEST_IDENTICAL && pairs.every(({ before, after }) => before.value === after.value);
  return alike ? [{ code: "identical-to-last", facts: { period: draft.period, count: pairs.length } }] : [];
}

/** Share of the maximum, or percentage points, that nobody gains or loses in one period without a reason. */
const JUMP_SHARE = 0.25;
const COUNT_FACTOR = 5;
const COUNT_LEAST = 50;

function jump(
  before: Observation,
  after: Observation,
  indicator: Indicator | undefined,
  nameOf: NameOf,
): readonly ImportWarning[] {
  const [from, to] = [before.value ?? 0, after.value ?? 0];
  const isFar =
    indicator?.measure === "count"
      ? Math.abs(to - from) >= COUNT_LEAST &&
        Math.max(from, to) > COUNT_FACTOR * Math.max(1, Math.min(from, to))
      : Math.abs(to - from) > JUMP_SHARE * (indicator?.max ?? HIGHEST);
  if (!isFar) return [];
  return [
    {
      code: "jump",
      facts: { unit: nameOf(after.unit), indicator: after.indicator, before: from, after: to },
    },
  ];
}

/** Units with a total last time that a full list now leaves out. */
function missing(draft: SheetDraft, previous: Sheet, nameOf: NameOf): readonly ImportWarning[] {
  const withTotal = (observations: readonly Observation[]) =>
    new Set(
      observations
        .filter(({ indicator, value }) => indicator === TOTAL && value !== null)
        .map(({ unit }) => unit),
    );
  if (!draft.complete) return [];
  const now = withTotal(draft.observations);
  const gone = [...withTotal(previous.observations)].filter((unit) => !now.has(unit));
  return gone.length === 0
    ? []
    : [{ code: "missing-units", facts: { count: gone.length, units: gone.map(nameOf).join(", ") } }];
}
