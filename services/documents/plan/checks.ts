import type { ImportWarning } from "#services/documents/extraction.ts";
import { changesThatDiffer } from "#services/documents/plan/published-changes.ts";
import { groupBy } from "#services/group-by.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import type { Period } from "#services/periods/period.ts";
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
  /** Current sheet of the period behind, stored before this one; null = none. */
  readonly next: Sheet | null;
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
    ...(options.next ? againstNext(draft, options.next, options.indicators, nameOf) : []),
  ];
}

type NameOf = (id: string) => string;

const HIGHEST = 100;

function tooHigh(draft: SheetDraft, indicators: Indicators, nameOf: NameOf): readonly ImportWarning[] {
  return draft.observations.flatMap(({ unit, indicator: id, value }): readonly ImportWarning[] => {
    const indicator = indicators.get(id);
    if (!indicator || value === null) return [];
    const facts = { unit: nameOf(unit), period: draft.period, indicator: id, value };
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
    const facts = { unit: nameOf(unit), period: draft.period, sum: Math.round(sum * 100) / 100, total };
    return [{ code: "sum-differs", facts }];
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
  const periods = { period: draft.period, earlier: previous.period };
  return [
    ...identical(draft, previous, pairs, nameOf),
    ...pairs.flatMap((pair) => jump(pair, indicators.get(pair.after.indicator), periods, nameOf)),
    ...changesThatDiffer(draft, previous, indicators, nameOf),
    ...missing(draft, previous, nameOf),
  ];
}

/** The changes that the later paper gave are of these figures. */
function againstNext(
  draft: SheetDraft,
  next: Sheet,
  indicators: Indicators,
  nameOf: NameOf,
): readonly ImportWarning[] {
  return changesThatDiffer(next, draft, indicators, nameOf).map(({ facts }) => ({
    code: "later-change-differs",
    facts: { ...facts, period: next.period },
  }));
}

interface Pair {
  readonly before: Observation;
  readonly after: Observation;
}

const FEWEST_IDENTICAL = 3;

function identical(
  draft: SheetDraft,
  previous: Sheet,
  pairs: readonly Pair[],
  nameOf: NameOf,
): readonly ImportWarning[] {
  const alike =
    pairs.length >= FEWEST_IDENTICAL && pairs.every(({ before, after }) => before.value === after.value);
  if (!alike) return [];
  const facts = { scope: nameOf(draft.scope), period: draft.period, earlier: previous.period };
  return [{ code: "identical-to-last", facts: { ...facts, count: pairs.length } }];
}

/** Share of the maximum, or percentage points, that nobody gains or loses in one period without a reason. */
const JUMP_SHARE = 0.25;
const COUNT_FACTOR = 5;
const COUNT_LEAST = 50;

function jump(
  { before, after }: Pair,
  indicator: Indicator | undefined,
  periods: { readonly period: Period; readonly earlier: Period },
  nameOf: NameOf,
): readonly ImportWarning[] {
  const [from, to] = [before.value ?? 0, after.value ?? 0];
  const isFar =
    indicator?.measure === "count"
      ? Math.abs(to - from) >= COUNT_LEAST &&
        Math.max(from, to) > COUNT_FACTOR * Math.max(1, Math.min(from, to))
      : Math.abs(to - from) > JUMP_SHARE * (indicator?.max ?? HIGHEST);
  if (!isFar) return [];
  const facts = { unit: nameOf(after.unit), indicator: after.indicator, before: from, after: to };
  return [{ code: "jump", facts: { ...facts, ...periods } }];
}

/** So many units with a figure make a list, and a list of at least this share of the last one replaces it. */
const FEWEST_LISTED = 3;
const LEAST_SHARE = 0.25;

/** Units that had a figure last time and have none in a list that gives the others': left out whole, or that figure alone. */
function missing(draft: SheetDraft, previous: Sheet, nameOf: NameOf): readonly ImportWarning[] {
  const [now, earlier] = [unitsByIndicator(draft.observations), unitsByIndicator(previous.observations)];
  const present = new Set(draft.observations.map(({ unit }) => unit));
  const absent = new Set<string>();
  const counted = (gone: readonly string[]) => ({
    count: gone.length,
    units: gone.map(nameOf).join(", "),
    earlier: previous.period,
  });
  const warnings: ImportWarning[] = [];
  for (const [indicator, units] of earlier) {
    const held = now.get(indicator) ?? new Set();
    const isListed = held.size >= FEWEST_LISTED && held.size >= LEAST_SHARE * units.size;
    if (!isListed && !(draft.complete && indicator === TOTAL)) continue;
    const gone = [...units].filter((unit) => !held.has(unit));
    const partly = gone.filter((unit) => present.has(unit));
    for (const unit of gone) if (!present.has(unit)) absent.add(unit);
    if (partly.length > 0)
      warnings.push({ code: "missing-figures", facts: { indicator, ...counted(partly) } });
  }
  return absent.size === 0 ? warnings : [{ code: "missing-units", facts: counted([...absent]) }, ...warnings];
}

function unitsByIndicator(observations: readonly Observation[]): ReadonlyMap<string, ReadonlySet<string>> {
  const units = new Map<string, Set<string>>();
  for (const { unit, indicator, value } of observations) {
    if (value === null) continue;
    const known = units.get(indicator) ?? new Set();
    units.set(indicator, known.add(unit));
  }
  return units;
}
