import { ABSENT } from "#services/alerts/alert.ts";
import type { Read, SheetReader } from "#services/alerts/readings.ts";
import type { MissingRule } from "#services/alerts/rule.ts";
import type { Rules } from "#services/alerts/rules.ts";
import type { Settling } from "#services/alerts/settling.ts";
import type { Notices } from "#services/broadcasts/notices.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import { localDate } from "#services/periods/calendar.ts";
import { monthPeriod, type Period, periodKind, previousPeriod } from "#services/periods/period.ts";
import { readList } from "#services/results/lists.ts";
import { rankList } from "#services/results/rank-list.ts";
import { showsSample } from "#services/sample/sample-overlay.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";
import type { Store } from "#services/store/store.ts";

export interface MissingOptions {
  readonly store: Store;
  readonly reader: SheetReader;
  readonly rules: Pick<Rules, "of">;
  readonly settling: Settling;
  readonly notices: Notices;
  readonly ledger: Pick<Ledger, "owe">;
  readonly timeZone: string;
  readonly clock: () => Date;
}

/** A scope that published no month for longer than this is not expected to publish the next. */
const EXPECTED_MONTHS = 3;
/** More than this part of the units without figures: the sheet is incomplete, not the units. */
const MOST_MISSING = 0.5;

/**
 * Looks, from the day its rule names on, whether the month before has come: units without a total are alerted, a scope
 * without a sheet, or with most of it missing, is told to the operators in one message. Once a scope and month.
 */
export function createMissingLook(options: MissingOptions) {
  const { reader, rules, settling, timeZone, clock } = options;
  let lookedOn = "";

  return async (): Promise<void> => {
    const today = localDate(clock(), timeZone);
    if (lookedOn === today || (await showsSample(options))) return;
    const month = previousPeriod(monthPeriod(Number(today.slice(0, 4)), Number(today.slice(5, 7))));
    if (!month) return;
    const heads = await reader.sheets.heads();
    for (const scope of expectedScopes(heads, month)) {
      const rule = await missingRule(rules, scope);
      const id = `missing/${scope}/${month}`;
      const isDue = rule !== null && Number(today.slice(8)) >= rule.day;
      if (!isDue || (await settling.isSettled(id))) continue;
      const head = heads.find((one) => one.scope === scope && one.period === month);
      await settleScope({ id, rule, month, scope, version: head?.version ?? null }, options);
    }
    lookedOn = today;
  };
}

interface Due {
  readonly id: string;
  readonly rule: MissingRule;
  readonly month: Period;
  readonly scope: string;
  /** null = there is no sheet. */
  readonly version: number | null;
}

async function settleScope(due: Due, options: MissingOptions): Promise<void> {
  const { id, month: period, scope } = due;
  const { missing, listed } = due.version === null ? NOTHING : await missingUnits(due, options.reader);
  const isTogether = due.version === null || missing.length > listed * MOST_MISSING;
  const place = { scope, period, version: due.version ?? 0 };
  const reads = isTogether ? [] : missing.map((unit) => absent(unit, due.rule, options.reader));
  const facts = { scope, period, missing: missing.length, listed };
  const notice = isTogether
    ? await options.notices({ notice: "no-figures", facts }, `${scope}/${period}`)
    : [];
  await options.settling.settle(id, { place, reads }, await options.ledger.owe(notice));
}

const NOTHING = { missing: [] as readonly string[], listed: 0 };

async function missingUnits({ scope, month: period, version, rule }: Due, reader: SheetReader) {
  const total = reader.indicators.get(TOTAL);
  if (!total) throw new Error("the catalogue has no total");
  const place = { scope, period, kind: "areas", ...(version === null ? {} : { version }) } as const;
  const { ranking } = await rankList(reader, await readList(reader.sheets, reader.units, place), total);
  const isMeant = (unit: string): boolean => {
    const kind = reader.units.get(unit)?.kind;
    return kind !== undefined && (rule.kinds === null || rule.kinds.includes(kind));
  };
  // A sheet without any total is of papers that give none.
  const missing = ranking.rows.length === 0 ? [] : ranking.missing.filter(isMeant);
  return { missing, listed: missing.length + ranking.rows.length };
}

function absent(unit: string, rule: MissingRule, { indicators }: SheetReader): Read {
  const indicator = indicators.get(TOTAL);
  if (!indicator) throw new Error("the catalogue has no total");
  const nothing = { level: null, comparison: null, before: null, source: "", asOf: null };
  return {
    rule,
    indicator,
    earlier: null,
    reading: { unit, rule: rule.id, indicator: TOTAL, of: "presence", value: ABSENT, ...nothing },
  };
}

async function missingRule(rules: Pick<Rules, "of">, scope: string): Promise<MissingRule | null> {
  for (const { rule } of await rules.of(scope)) if (rule.kind === "missing" && rule.isOn) return rule;
  return null;
}

/** Scopes that published one of the months before. */
function expectedScopes(heads: readonly SheetHead[], month: Period): ReadonlySet<string> {
  const recent = new Set<Period>([month]);
  let earlier = previousPeriod(month);
  while (earlier && recent.size <= EXPECTED_MONTHS) {
    recent.add(earlier);
    earlier = previousPeriod(earlier);
  }
  const monthly = heads.filter(({ period }) => periodKind(period) === "month" && recent.has(period));
  return new Set(monthly.map(({ scope }) => scope));
}
