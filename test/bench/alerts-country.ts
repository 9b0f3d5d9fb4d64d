import type { LevelRule } from "#services/alerts/rule.ts";
import type { ChatId } from "#services/ids.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { createIndicators } from "#services/indicators/indicators.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";
import { openStore } from "#services/store/open-store.ts";
import { keysUnder, type Store } from "#services/store/store.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";
import { openAlertDesk, units } from "#test/support/alert-desk.ts";

export const PROVINCES = 34;
const RULES = 20;
const SUBSCRIPTIONS = 20_000;
/** Of these, so many follow a whole province. */
const LEADERS = 1_000;
const PERIOD = toPeriod("2026-09");
export const clock = () => new Date("2026-10-05T09:00:00+07:00");

/** Puts sheets, rules and subscriptions of so many provinces into a store; none has been evaluated. */
export async function putCountry(store: Store, provinces: number): Promise<void> {
  const memory = await openStore("file::memory:");
  await fill(memory, provinces);
  const entries = await memory.list(keysUnder(""));
  await store.commit({ puts: entries.map(({ key, value }) => ({ key, value })) });
  await memory.close();
}

async function fill(store: Store, provinces: number): Promise<void> {
  const desk = openAlertDesk({ store, clock });
  const measured = createIndicators()
    .all()
    .filter(({ measure, direction }) => measure === "rate" && direction === "up")
    .slice(0, RULES);
  for (const indicator of measured) await desk.alerts.rules.set(COUNTRY_ID, ruleOf(indicator), "bench");
  const scopes = units
    .children(COUNTRY_ID)
    .filter(({ validTo }) => validTo === null)
    .slice(0, provinces);
  const communes = scopes.flatMap(({ id }) => communesOf(id));
  const share = provinces / PROVINCES;
  for (let made = 0; made < SUBSCRIPTIONS * share; made++) {
    const followed = made < LEADERS * share ? scopes[made % scopes.length] : communes[made % communes.length];
    const chat: ChatId = `bench:${made}`;
    await desk.subscriptions.add({ chat, unit: followed?.id ?? "", kinds: ["targets"], by: chat });
  }
  await createSheets({ store, clock }).publish(scopes.map(({ id }) => draftOf(id, measured)));
}

const communesOf = (scope: string): readonly Unit[] =>
  units.children(scope).filter(({ kind, validTo }) => kind === "commune" && validTo === null);

function ruleOf({ id: indicator }: Indicator): LevelRule {
  const common = { topic: "targets", kinds: null, urgent: false, isOn: true, finishedOnly: false } as const;
  return { id: indicator, kind: "level", indicator, fire: 10, reset: 12, ...common };
}

/** One figure in ten is under the level. */
function draftOf(scope: string, measured: readonly Indicator[]): SheetDraft {
  const source = `bench-${scope}`;
  const said = { change: null, rank: null, of: null, source, asOf: null };
  const observations = communesOf(scope).flatMap(({ id: unit }) =>
    measured.map(({ id: indicator }) => ({
      unit,
      indicator,
      value: scattered(`${unit}${indicator}`),
      ...said,
    })),
  );
  const none = { issuer: null, number: null, date: null, title: null };
  const document = { id: source, kind: "portal" as const, hash: source, provisional: false, ...none };
  return { scope, period: PERIOD, observations, document, complete: true };
}

/** Between 0 and 100, the same in every run. */
function scattered(text: string): number {
  let mixed = 7;
  for (const letter of text) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0;
  return (mixed % 10_000) / 100;
}
