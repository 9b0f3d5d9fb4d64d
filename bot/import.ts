import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { type Config, readConfig } from "#bot/config/config.ts";
import { readGiven } from "#bot/read-given.ts";
import { explain } from "#bot/wiring/explain.ts";
import { openOriginals } from "#bot/wiring/open-originals.ts";
import { openVirusScanner } from "#bot/wiring/virus-scanner.ts";
import { previewLines } from "#commands/parts/import-lines.ts";
import { warningSentence } from "#commands/parts/import-warning.ts";
import { catalogOf } from "#locales/catalogs.ts";
import { createReading, type Reading } from "#services/documents/create-reading.ts";
import type { ReceivedFile } from "#services/documents/document-reader.ts";
import type { Given } from "#services/documents/given.ts";
import { createImporter, type Importer } from "#services/documents/importer.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import { createIndicators } from "#services/indicators/indicators.ts";
import { createKeptDossiers } from "#services/intake/kept-dossiers.ts";
import { mayBeKept } from "#services/originals/may-be-kept.ts";
import type { Originals } from "#services/originals/originals.ts";
import { periodOfName } from "#services/periods/periods-in-name.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { todayIn } from "#services/today.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import { createUnits } from "#services/units/create-units.ts";
import { fullName } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";

const catalog = catalogOf(process.env.LOCALE);
const words = catalog.importing;
const QUIET = { warn: () => undefined };

process.exitCode = await main().catch((error: unknown) => {
  console.error(explain(error, catalog) ?? error);
  return 1;
});

/** Shows what each file says; with --yes stores it. Exit code 1 when a file was not understood or may not be stored. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: {
      json: { type: "boolean" },
      yes: { type: "boolean" },
      period: { type: "string" },
      scope: { type: "string" },
    },
  });
  if (positionals.length === 0) {
    console.error(words.usage);
    return 1;
  }
  const config = readConfig(process.env);
  const store = await openStore(config.storeUrl);
  try {
    const { importer, reading, units, originals } = await compose(store, config);
    const today = todayIn(config.timeZone)();
    const given = readGiven(values, units, today);
    let failed = given === null;
    if (given === null) console.error(words.unknownGiven);
    for (const path of given === null ? [] : positionals) {
      const wishes = {
        json: values.json === true,
        yes: values.yes === true,
        given: given ?? {},
        today,
        originals,
      };
      const taken = await take(importer, path, wishes);
      failed ||= !taken;
    }
    await reading.close();
    return failed ? 1 : 0;
  } finally {
    await store.close();
  }
}

async function compose(
  store: Store,
  { timeZone, scanCommand, originalsFolder: folder }: Config,
): Promise<Composed> {
  const added = createAddedUnits({ store });
  const units = createUnits({ added: await added.all() });
  const today = todayIn(timeZone);
  const reading = createReading({ scan: openVirusScanner(scanCommand, QUIET) });
  const importer = createImporter({
    units,
    indicators: createIndicators(),
    sheets: createSheets({ store }),
    targets: createTargets({ store }),
    dossiers: createKeptDossiers({ store }),
    added,
    tasks: createTasks({ store, workdays: createWorkdays({ timeZone }), timeZone }),
    today,
    reading,
  });
  return { importer, reading, units, originals: openOriginals(folder, QUIET) };
}

/** What a scanner says is said as a refusal. */
interface Composed {
  readonly importer: Importer;
  readonly reading: Reading;
  readonly units: Units;
  readonly originals: Originals;
}

interface Wishes {
  readonly json: boolean;
  readonly yes: boolean;
  /** What the person says for what the files leave open. */
  readonly given: Given;
  /** Today's date, ISO. */
  readonly today: string;
  readonly originals: Originals;
}

/** Whether the file was understood and nothing blocks it. */
async function take(importer: Importer, path: string, wishes: Wishes): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return refuse("unreadable", words.unreadable(path), wishes);
  try {
    const file = { name: basename(path), bytes };
    const plan = await planOf(importer, file, wishes);
    console.log(
      wishes.json ? JSON.stringify(toJson(plan)) : previewLines(basename(path), plan, catalog).join("\n"),
    );
    if (plan.blocked.length > 0) return false;
    if (wishes.yes) {
      await confirm(importer, plan, wishes);
      await keep(file, plan, wishes);
    }
    if (!wishes.yes && !wishes.json) console.log(words.howToConfirm);
    return true;
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    return refuse(error.code, words.refused[error.code](error.facts), wishes);
  }
}

/** A period that neither the paper nor the person names is that of the file's name, where it says one, and told so. */
async function planOf(importer: Importer, file: ReceivedFile, { given, today }: Wishes): Promise<ImportPlan> {
  const plan = await importer.plan(file, given);
  const period = plan.extraction.open.includes("period") ? periodOfName(file.name, today) : null;
  if (given.period || period === null) return plan;
  const filled = await importer.plan(file, { ...given, period });
  const warnings = filled.warnings.map((warning): ImportWarning => {
    if (warning.code !== "given-period") return warning;
    return { code: "period-from-name", facts: { ...warning.facts, name: file.name } };
  });
  return { ...filled, warnings };
}

async function confirm(importer: Importer, plan: ImportPlan, wishes: Wishes): Promise<void> {
  const published = await importer.confirm(plan);
  if (wishes.json) return;
  const versions = published.map(({ scope, period, version }) => {
    const unit = plan.sheets.find((sheet) => sheet.scope.id === scope)?.scope;
    return { scope: unit ? fullName(unit) : scope, period: catalog.periods.name(period), version };
  });
  const kept = plan.newTasks.length;
  if (versions.length > 0) console.log(words.saved(versions));
  if (kept > 0) console.log(words.savedTasks(kept));
  if (versions.length + kept === 0) console.log(words.nothingNew);
}

async function keep(
  file: ReceivedFile,
  { extraction, document }: ImportPlan,
  { originals }: Wishes,
): Promise<void> {
  if (!mayBeKept(extraction)) return;
  await originals.hold(document.hash, [file]);
  await originals.keep(document.hash);
}

function refuse(code: string, message: string, wishes: Wishes): false {
  const document = { issuer: null, number: null, date: null, title: null };
  const nothing = { document, sheets: [], targets: [], tasks: [], warnings: [{ code, message }], unread: [] };
  if (wishes.json) console.log(JSON.stringify(nothing));
  else console.error(message);
  return false;
}

/** The preview as data, one object a file. */
function toJson({ extraction, warnings }: ImportPlan): object {
  const indicators = createIndicators();
  const { issuer, number, date, title } = extraction.document;
  return {
    document: { issuer, number, date, title },
    sheets: extraction.sheets.map(({ scope, period, extractedAt, rows }) => ({
      scope,
      period,
      extractedAt,
      rows: rows.map(({ unit, indicator, value, change, rank, of }) => ({
        unit,
        indicator,
        value,
        change,
        rank,
        of,
      })),
    })),
    targets: extraction.targets,
    tasks: extraction.tasks.map(({ text, owners, due }) => ({ text, owners, due })),
    warnings: warnings.map((warning) => ({
      code: warning.code,
      message: warningSentence(warning, catalog, indicators),
    })),
    unread: extraction.unread,
  };
}
