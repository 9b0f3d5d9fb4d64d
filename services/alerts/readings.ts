import { PRESENT, type Reading } from "#services/alerts/alert.ts";
import { type Figure, readFigures } from "#services/alerts/figures.ts";
import type { ChangeRule, LevelRule, Rule } from "#services/alerts/rule.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import type { Period } from "#services/periods/period.ts";
import { observationsOf, readList, type UnitList } from "#services/results/lists.ts";
import type { ListReader } from "#services/results/rank-list.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What a rule read, and the figure before of the same unit. */
export interface Read {
  readonly rule: Rule;
  readonly reading: Reading;
  readonly indicator: Indicator;
  /** In the measure of the reading's value; null = nothing to compare with. */
  readonly earlier: number | null;
}

export interface SheetReader extends ListReader {
  readonly indicators: Indicators;
}

export interface SheetPlace {
  readonly scope: string;
  readonly period: Period;
  readonly version: number;
}

/** Everything that rules read of one version of a sheet, like with like: areas and departments apart. */
export async function readSheet(
  reader: SheetReader,
  place: SheetPlace,
  rules: readonly Rule[],
  targetsOf: (unit: string) => readonly Target[],
): Promise<readonly Read[]> {
  const reads: Read[] = [];
  for (const kind of ["areas", "departments"] as const) {
    const list = await readList(reader.sheets, reader.units, { ...place, kind });
    const versionBefore = await listBefore(reader, list, place);
    const unfinished = unitsWithOpenDossiers(list);
    for (const indicator of indicatorsOf(list, reader.indicators)) {
      const using = rules.filter((rule) => uses(rule, indicator));
      if (using.length === 0) continue;
      const question = { list, versionBefore, indicator, streak: longestStreak(using) };
      for (const [id, figure] of await readFigures(reader, question)) {
        const unit = reader.units.get(id);
        if (!unit) continue;
        const facts = { unit, figure, indicator, targets: targetsOf(id), unfinished: unfinished.has(id) };
        reads.push(...using.flatMap((rule) => readOne(rule, facts) ?? []));
      }
    }
  }
  return reads;
}

interface Facts {
  readonly unit: Unit;
  readonly figure: Figure;
  readonly indicator: Indicator;
  readonly targets: readonly Target[];
  readonly unfinished: boolean;
}

/** Null = the rule says nothing of this figure. */
function readOne(rule: Rule, facts: Facts): Read | null {
  if (rule.kinds !== null && !rule.kinds.includes(facts.unit.kind)) return null;
  switch (rule.kind) {
    case "level":
      return readLevel(rule, facts);
    case "target":
      return readTarget(rule, facts);
    case "change":
      return readChange(rule, facts);
    case "missing":
      return read(rule, facts, { of: "presence", value: PRESENT }, null);
    case "daily":
      // Read of daily observations, never of a sheet.
      return null;
    case "streak": {
      const told = { of: "falls", value: facts.figure.fell, level: rule.periods } as const;
      return facts.figure.before === null ? null : read(rule, facts, told, null);
    }
  }
}

function readLevel(rule: LevelRule, facts: Facts): Read | null {
  const { figure, indicator, unfinished } = facts;
  if (targetOf(facts) !== null || (rule.finishedOnly && unfinished)) return null;
  const comparison = indicator.direction === "down" ? "<=" : ">=";
  return read(rule, facts, { value: figure.value, level: rule.fire, comparison }, earlierOf(facts));
}

function readTarget(rule: Rule, facts: Facts): Read | null {
  const target = targetOf(facts);
  if (target === null) return null;
  const { value: level, comparison } = target;
  return read(rule, facts, { value: facts.figure.value, level, comparison }, earlierOf(facts));
}

function readChange(rule: ChangeRule, facts: Facts): Read | null {
  const { value, before, rank, rankBefore } = facts.figure;
  if (rule.of === "value") return read(rule, facts, { value, before }, earlierOf(facts));
  return rank === null
    ? null
    : read(rule, facts, { of: "rank", value: rank, before: rankBefore }, rankBefore?.value ?? null);
}

const earlierOf = ({ figure }: Facts): number | null => figure.before?.value ?? null;

function targetOf({ targets, indicator }: Facts): Target | null {
  return targets.find((target) => target.indicator === indicator.id) ?? null;
}

function read(
  rule: Rule,
  { unit, figure, indicator }: Facts,
  told: Pick<Reading, "value"> & Partial<Reading>,
  earlier: number | null,
): Read {
  const { source, asOf } = figure.observation;
  const unsaid = { of: "value", level: null, comparison: null, before: null } as const;
  const reading = { unit: unit.id, rule: rule.id, indicator: indicator.id, source, asOf, ...unsaid, ...told };
  return { rule, reading, indicator, earlier };
}

/** Indicators the list has values of that can be better or worse. */
function indicatorsOf(list: UnitList, catalogue: Indicators): readonly Indicator[] {
  const held = new Set(list.sheets.flatMap(({ observations }) => observations.map((one) => one.indicator)));
  return catalogue.all().filter(({ id, direction }) => direction !== "neutral" && held.has(id));
}

function longestStreak(rules: readonly Rule[]): number {
  return Math.max(0, ...rules.map((rule) => (rule.kind === "streak" ? rule.periods : 0)));
}

function uses(rule: Rule, { id }: Indicator): boolean {
  if (rule.kind === "target") return true;
  if (rule.kind === "missing") return id === TOTAL;
  if (rule.kind === "daily") return false;
  return rule.kind === "change" ? rule.indicators.includes(id) : rule.indicator === id;
}

function listBefore(
  { sheets, units }: SheetReader,
  { kind }: UnitList,
  { scope, period, version }: SheetPlace,
): Promise<UnitList | null> {
  if (version < 2) return Promise.resolve(null);
  return readList(sheets, units, { scope, period, kind, version: version - 1 });
}

/** Units whose rate counts received dossiers of which some were not finished when it was taken. */
function unitsWithOpenDossiers(list: UnitList): ReadonlySet<string> {
  const values = (indicator: string) =>
    new Map(observationsOf(list, indicator).map(({ unit, value }) => [unit, value ?? 0]));
  const [waiting, received, completed] = [
    values("not-on-time-at-extraction"),
    values("dossiers-received"),
    values("dossiers-completed"),
  ];
  const isDone = (unit: string): boolean =>
    received.has(unit) && (completed.get(unit) ?? -1) >= (received.get(unit) ?? 0);
  return new Set([...waiting].flatMap(([unit, count]) => (count > 0 && !isDone(unit) ? [unit] : [])));
}
