import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { monthPeriod, type Period } from "#services/periods/period.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import { openStore } from "#services/store/open-store.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import { createUnits } from "#services/units/create-units.ts";
import { COUNTRY_ID, fullName, type Unit } from "#services/units/unit.ts";
import { createRandom, type Random } from "#test/support/random.ts";
import { openPlace } from "#test/torture/place.ts";

export interface ImportingReport {
  readonly seed: number;
  readonly kills: number;
  /** Kills after which the month was there already, and those after which nothing was. */
  readonly stored: number;
  readonly nothing: number;
  readonly faults: readonly string[];
}

/** As many months as this of one province after the other: figures of months to come are refused. */
const MONTHS = 16;
const LAST = { year: 2026, month: 10 };
const INDICATORS = ["TOTAL", "CKMB", "TDGQ", "MDHL"];
const HEADS = ["STT", "Đơn vị", "Tổng điểm", "Công khai minh bạch", "Tiến độ giải quyết", "Mức độ hài lòng"];
/** From the first word that the import says, which is its preview, on: by then nothing is stored yet. */
const LATEST_KILL_MS = 60;

/**
 * Real imports of a month of a province, with a commune that no list knows, killed around the moment at which they store
 * it. Afterwards either all of it is there or nothing; the same import once more makes it whole, as its first version.
 */
export async function tortureImporting(options: {
  readonly seed: number;
  readonly store: "sqlite" | "redis";
  readonly kills: number;
}): Promise<ImportingReport> {
  const { seed, kills } = options;
  const random = createRandom(seed);
  const place = await openPlace(options.store);
  const folder = await mkdtemp(join(tmpdir(), "bot766-importing-"));
  const counts = { stored: 0, nothing: 0 };
  const faults: string[] = [];
  try {
    for (let nth = 0; nth < kills; nth++) {
      const month = await writeMonth(folder, nth, random);
      await runImport(place.url, month, random.next() * LATEST_KILL_MS);
      const held = await look(place.url, month);
      counts[held.sheet ? "stored" : "nothing"] += 1;
      if (held.sheet || held.isAdded)
        faults.push(...differences(`${month.period} after the kill`, held, month));
      const code = await runImport(place.url, month, null);
      if (code !== 0) faults.push(`${month.period}: the import ended with ${code}`);
      faults.push(...differences(`${month.period} in the end`, await look(place.url, month), month));
    }
    return { seed, kills, ...counts, faults };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await place.close();
  }
}

interface Month {
  readonly path: string;
  readonly period: Period;
  readonly scope: Unit;
  /** A commune's name that no list knows. */
  readonly added: string;
  /** Values by unit, in the order of INDICATORS. */
  readonly values: ReadonlyMap<string, readonly number[]>;
}

async function writeMonth(folder: string, nth: number, random: Random): Promise<Month> {
  const units = createUnits();
  const scope = standing(units.children(COUNTRY_ID))[Math.floor(nth / MONTHS)];
  if (!scope) throw new Error("no such province");
  const communes = standing(units.children(scope.id)).filter(({ kind }) => kind === "commune");
  const added = `Hồng Z${"a".repeat(nth + 1)}`;
  const names = [...communes.map(({ title, name }) => `${title} ${name}`), `xã ${added}`];
  const rows = names.map((name) => ({ name, values: INDICATORS.map(() => random.between(500, 1800) / 100) }));
  const text = [HEADS, ...rows.map(({ name, values }, i) => [i + 1, name, ...values])]
    .map((cells) => cells.join(","))
    .join("\n");
  const path = join(folder, `thang-${nth}.csv`);
  await writeFile(path, text);
  const values = new Map(rows.map((row, i) => [communes[i]?.id ?? "", row.values]));
  return { path, period: monthsBefore(nth % MONTHS), scope, added, values };
}

const standing = (units: readonly Unit[]): readonly Unit[] => units.filter(({ validTo }) => validTo === null);

function monthsBefore(count: number): Period {
  const months = LAST.year * 12 + LAST.month - 1 - count;
  return monthPeriod(Math.floor(months / 12), 1 + (months % 12));
}

/** Exit code; null = it was killed so many ms after its first word. */
async function runImport(storeUrl: string, month: Month, killAfterMs: number | null): Promise<number | null> {
  const given = ["--yes", "--period", month.period, "--scope", fullName(month.scope)];
  const child = spawn(process.execPath, ["bot/bootstrap/run.mjs", "bot/import.ts", month.path, ...given], {
    env: { STORE_URL: storeUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const hasSpoken = once(child.stdout, "data");
  child.stdout.resume();
  if (killAfterMs !== null) {
    await Promise.race([hasSpoken, ended]);
    await pause(killAfterMs);
    child.kill("SIGKILL");
  }
  const [code] = await ended;
  return code;
}

interface Held {
  readonly sheet: Sheet | null;
  readonly versions: number;
  readonly isAdded: boolean;
  /** Id of the added commune. */
  readonly addedId: string;
}

/** What a new process finds. */
async function look(storeUrl: string, { scope, period, added }: Month): Promise<Held> {
  const store = await openStore(storeUrl);
  try {
    const sheets = createSheets({ store });
    const unit = (await createAddedUnits({ store }).all()).find(({ name }) => name === added);
    return {
      sheet: await sheets.current(scope.id, period),
      versions: (await sheets.versions(scope.id, period)).length,
      isAdded: unit !== undefined,
      addedId: unit?.id ?? "",
    };
  } finally {
    await store.close();
  }
}

/** How what is held differs from the whole month; empty = not at all. */
function differences(
  about: string,
  { sheet, versions, isAdded, addedId }: Held,
  month: Month,
): readonly string[] {
  if (!sheet) return [`${about}: nothing is held`];
  const held = new Map(
    sheet.observations.map(({ unit, indicator, value }) => [`${unit}/${indicator}`, value]),
  );
  const wrong = [...month.values].flatMap(([unit, values]) =>
    INDICATORS.flatMap((indicator, i) => {
      const value = held.get(`${unit || addedId}/${indicator}`);
      return value === values[i]
        ? []
        : [`${about}: ${unit || month.added} ${indicator} is ${value}, not ${values[i]}`];
    }),
  );
  return [
    ...wrong,
    ...(isAdded ? [] : [`${about}: the new commune is not known`]),
    ...(versions === 1 ? [] : [`${about}: ${versions} versions`]),
    ...(held.size === month.values.size * INDICATORS.length ? [] : [`${about}: ${held.size} figures`]),
  ];
}
