import {
  conflictingFigures,
  doubtfulFigures,
  doubtfulWarnings,
} from "#services/documents/doubtful-figures.ts";
import type { ExtractedSheet, Extraction } from "#services/documents/extraction.ts";
import type { Given } from "#services/documents/given.ts";
import { citedLetter } from "#services/documents/letter/cited-letter.ts";
import { isClassified } from "#services/documents/letter/classified.ts";
import type { ReadingContext } from "#services/documents/letter/context.ts";
import { type ContextOptions, createContext } from "#services/documents/letter/create-context.ts";
import { type Heading, readHeading } from "#services/documents/letter/heading.ts";
import { issueDay } from "#services/documents/letter/issue-day.ts";
import { type Parts, partsOf } from "#services/documents/letter/parts.ts";
import { momentMarks } from "#services/documents/marks/moments.ts";
import { has, hasAny, passageOf } from "#services/documents/marks/passage.ts";
import type { FoundRow } from "#services/documents/marks/row.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import { type OnceRead, openMatters } from "#services/documents/open-matters.ts";
import { readTasks } from "#services/documents/orders/tasks.ts";
import { type BodyReading, readBody, uniqueTargets } from "#services/documents/read-body.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import { extractSaved } from "#services/documents/saved-answer/extract-saved.ts";
import { sheetsOf } from "#services/documents/sheets-of.ts";
import { lossLines, lossWarnings } from "#services/documents/tables/table-losses.ts";
import { readTables } from "#services/documents/tables/tables.ts";
import { warningsOf } from "#services/documents/warnings-of.ts";

export type ExtractOptions = ContextOptions;

/**
 * What a document says: results by scope and period, targets, tasks, and what could not be placed. Nothing is looked
 * up beyond the units and indicators given. Throws DocumentRefused "classified"; names of persons never come out.
 */
export function extract(document: NeutralDocument, options: ExtractOptions): Extraction {
  if (document.saved) return extractSaved(document.saved, options);
  if (isClassified(document.blocks)) throw new DocumentRefused("classified");
  const parts = partsOf(document);
  const once = readOnce(document, parts, options);
  const again = (given: Given) => readOnce(document, parts, { ...options, given }).said;
  return { ...once.said, open: openMatters(once, options.given ?? {}, again) };
}

function readOnce(document: NeutralDocument, parts: Parts, options: ExtractOptions): OnceRead {
  const heading = readHeading(parts.heading, document.scanned);
  const context = createContext(parts, heading, document.scanned, options);
  const tables = readTables(parts.tables, context, document.scanned);
  const withTableUnits = addLocals(
    context,
    tables.flatMap((table) => table.listed),
  );
  const body = readBody(parts, heading, withTableUnits);
  const moment = momentOf(parts, context.since, document.scanned);
  const rows = [...tables.flatMap((table) => table.rows), ...body.rows];
  const { sheets, conflicts, dropped } = sheetsOf(rows, withTableUnits, moment);
  const unsure = doubtfulFigures(
    tables.flatMap(({ doubts }) => doubts),
    document.doubts ?? [],
    withTableUnits,
  );
  const different = conflictingFigures(conflicts, withTableUnits);
  const doubtful = [...unsure, ...different];
  const stated = issueDay(heading.day, parts.body);
  const cited = heading.number === null && heading.issuer === null ? citedLetter(parts.body) : null;
  const day = { ...stated, date: stated.date ?? cited?.date ?? null };

  const said = {
    document: {
      issuer: issuerOf(heading, parts, context),
      number: heading.number ?? cited?.number ?? null,
      date: day.date,
      title: heading.title === null ? null : context.persons.without(heading.title),
      provisional: [passageOf(heading.title ?? "", document.scanned), ...parts.body].some((passage) =>
        has(passage, "tam tinh"),
      ),
    },
    sheets,
    ...(doubtful.length > 0 ? { doubtful } : {}),
    targets: uniqueTargets([...tables.flatMap((table) => table.targets), ...body.targets]),
    tasks: readTasks(parts.body, context.persons),
    warnings: [
      ...(document.script ? [{ code: "converted" as const, facts: { script: document.script } }] : []),
      ...(document.notes ?? []),
      ...lossWarnings(tables.map(({ losses }) => losses)),
      ...doubtfulWarnings(unsure),
      ...warningsOf({
        sheets,
        conflicts: different,
        day,
        given: givenOf(context, sheets),
        doubtful: body.doubtful,
        others: [...tables.flatMap(({ losses }) => losses.others), ...body.others],
        texts: [passageOf(heading.title ?? "", document.scanned), ...parts.body].map(({ folded }) => folded),
        listed: uniqueUnits(tables.flatMap((table) => table.listed)),
        unknown: uniqueUnits(rows.map((row) => row.unit)).filter(({ draft }) => draft !== null),
      }),
    ],
    unread: [
      ...tables.flatMap(({ losses }) => lossLines(losses)),
      ...new Set([
        ...body.unplaced,
        ...body.others.map(({ quote }) => quote),
        ...dropped,
        ...besideOnly(body, rows),
      ]),
    ],
    dossiers: document.dossiers,
  };
  return { said, context };
}

/** What a person's word decided: nothing where no figure rests on it. */
function givenOf({ given, cast }: ReadingContext, sheets: readonly ExtractedSheet[]) {
  const period = sheets.some((sheet) => sheet.period === given.period) ? given.period : undefined;
  return { period: period ?? null, scope: (given.scope && cast.own?.readable) || null };
}

/** What is given only for comparison, where it is no result of the document itself. */
function besideOnly({ beside }: BodyReading, rows: readonly FoundRow[]): readonly string[] {
  const taken = new Set(rows.flatMap(({ value, change }) => [value, change && Math.abs(change)]));
  return [...new Set(beside.filter(({ value }) => !taken.has(value)).map(({ quote }) => quote))];
}

function uniqueUnits(listed: ReadingContext["cast"]["locals"]): ReadingContext["cast"]["locals"] {
  return [...new Map(listed.map((unit) => [unit.id, unit])).values()];
}

/** Units that only a table names can be spoken of in the text too. */
function addLocals(context: ReadingContext, listed: ReadingContext["cast"]["locals"]): ReadingContext {
  const known = new Set(context.cast.locals.map(({ id }) => id));
  const added = listed.filter((unit) => !known.has(unit.id) && unit.id !== context.cast.own?.id);
  return { ...context, cast: { ...context.cast, locals: [...context.cast.locals, ...added] } };
}

/** The one moment the document gives for its figures; null when it gives none or several. */
function momentOf({ heading, body }: Parts, since: string | null, scanned: boolean): string | null {
  const moments = new Set(
    [...heading.map((line) => passageOf(line, scanned)), ...body].flatMap((passage) =>
      momentMarks(passage, since)
        .filter(({ whole }) => whole)
        .map(({ at }) => at),
    ),
  );
  return moments.size === 1 ? ([...moments][0] ?? null) : null;
}

/** The committee (or its office) that writes; nobody when the text only holds figures. */
function issuerOf(heading: Heading, { body }: Parts, { cast: { own } }: ReadingContext): string | null {
  if (!own) return heading.issuer;
  const isSaid = heading.issuer !== null || heading.place !== null;
  if (!isSaid && !body.some((passage) => hasAny(passage, ["ubnd", "uy ban nhan dan"]))) return null;
  return `${heading.office ? `${heading.office} ` : ""}UBND ${own.readable}`;
}
