import { readFile } from "node:fs/promises";
import { createIndicators } from "#services/indicators/indicators.ts";
import { toPeriod } from "#services/periods/period.ts";
import {
  type PortalReader,
  type PortalReading,
  type RecordedAnswer,
  readProgressTree,
  readServiceResults,
} from "#services/portal/read-answer.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import { openStore } from "#services/store/open-store.ts";
import { keysUnder } from "#services/store/store.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import { createUnits } from "#services/units/create-units.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";
import { importLetters } from "#test/support/import-letters.ts";

/** The moment the sample is stamped with, so that it comes out the same every time. */
const SAMPLE_BUILT_AT = "2026-11-21T08:00:00+07:00";

const TIME_ZONE = "Asia/Ho_Chi_Minh";
const fixture = (path: string): URL => new URL(`../fixtures/${path}`, import.meta.url);

interface Recording {
  readonly file: string;
  readonly province: string | null;
  readonly period: string;
  /** With the offset of Hà Nội; null = the recording does not say. */
  readonly fetchedAt: string | null;
  readonly read: (answer: RecordedAnswer, reader: PortalReader) => PortalReading;
  /** The province's own row is left out: the national answer, whose moment is known, has it already. */
  readonly withoutOwnRow?: true;
}

const readTree: Recording["read"] = (answer, reader) => {
  if (!answer.scope) throw new Error("a progress tree is of one province");
  return readProgressTree({ ...answer, scope: answer.scope }, reader);
};

const RECORDINGS: readonly Recording[] = [
  {
    file: "national.year-2026.20260917.json",
    province: null,
    period: "2026",
    fetchedAt: "2026-09-17T10:40:00+07:00",
    read: readServiceResults,
  },
  {
    file: "H21.month-2026-02.json",
    province: "H21",
    period: "2026-02",
    fetchedAt: null,
    read: readServiceResults,
  },
  {
    file: "H21.year-2026.json",
    province: "H21",
    period: "2026",
    fetchedAt: null,
    read: readServiceResults,
    withoutOwnRow: true,
  },
  {
    file: "H44.dvc-progress-tree.month-2026-08.json",
    province: "H44",
    period: "2026-08",
    fetchedAt: "2026-09-27T01:14:41+07:00",
    read: readTree,
  },
];

/** The store's entries that the sample consists of: the five letters and the recorded portal answers, imported. */
export async function buildSample(): Promise<readonly { readonly key: string; readonly value: unknown }[]> {
  const store = await openStore("file::memory:");
  const clock = (): Date => new Date(SAMPLE_BUILT_AT);
  const sheets = createSheets({ store, clock, sample: true });
  const units = createUnits();
  const indicators = createIndicators();
  const workdays = createWorkdays({ timeZone: TIME_ZONE });
  const tasks = createTasks({ store, workdays, timeZone: TIME_ZONE, clock, sample: true });
  const today = (): string => SAMPLE_BUILT_AT.slice(0, 10);
  await importLetters({ store, sheets, units, indicators, tasks, today });
  for (const recording of RECORDINGS) {
    const answer = await answerOf(recording, units);
    const { drafts, newUnits } = recording.read(answer, { units, indicators, timeZone: TIME_ZONE });
    units.learn(newUnits);
    const wanted = drafts.filter(({ scope }) => !recording.withoutOwnRow || scope === answer.scope?.id);
    await sheets.publish(wanted, { extra: { puts: createAddedUnits({ store }).puts(newUnits) } });
  }
  const entries = await store.list(keysUnder(""));
  await store.close();
  return entries.map(({ key, value }) => ({ key, value }));
}

async function answerOf(
  { file, province, period, fetchedAt }: Recording,
  units: Units,
): Promise<RecordedAnswer> {
  const json = await readFile(fixture(`portal/${file}`), "utf8");
  return {
    json,
    period: toPeriod(period),
    fetchedAt,
    scope: province === null ? null : provinceOf(province, units),
  };
}

function provinceOf(code: string, units: Units): Unit {
  const unit = units.byPortalCode(code);
  if (!unit) throw new Error(`no province has the portal code ${code}`);
  return unit;
}
