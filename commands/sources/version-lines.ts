import type { AnswerContext } from "#commands/define-command.ts";
import type { Catalog } from "#locales/catalog.ts";
import { whatChanged } from "#services/broadcasts/what-changed.ts";
import { isChatId } from "#services/ids.ts";
import type { TextPart } from "#services/reply/text.ts";
import { evidenceOf } from "#services/results/evidence.ts";
import { isProvisional } from "#services/sheets/comparable.ts";
import type { Sheet, SourceDocument } from "#services/sheets/sheet.ts";

/** A version: when it came, who confirmed it, what it changed of the one before, and the documents that are new in it. */
export async function versionLines(
  sheet: Sheet,
  before: Sheet | null,
  all: readonly Sheet[],
  context: AnswerContext,
): Promise<readonly TextPart[]> {
  const { services, t } = context;
  const { version, checkCode, createdAt, observations } = sheet;
  const isCurrent = version === all.at(-1)?.version;
  const known = new Set(before?.documents.map(({ id }) => id));
  const by = await confirmedBy(sheet, context);
  return [
    t.sources.version({
      version,
      at: t.figures.date(services.local(createdAt)),
      code: checkCode,
      current: isCurrent,
      state: observations.length === 0 ? null : t.evidence.state(isProvisional(sheet)),
    }),
    ...(by.length > 0 ? [t.sources.confirmedBy(by)] : []),
    ...changeLine(sheet, before, t),
    ...(isCurrent ? originLines(sheet, t) : documentLines(sheet, known, t)),
  ];
}

/** How many figures a version holds, of which documents, and as of when. */
export function originLines(sheet: Sheet, t: Catalog): readonly TextPart[] {
  const { observations } = sheet;
  if (observations.length === 0) return [];
  return [
    t.sources.rows(observations.length, new Set(observations.map(({ unit }) => unit)).size),
    ...documentLines(sheet, new Set(), t),
    t.evidence.asOf(evidenceOf([sheet], observations)),
  ];
}

function documentLines(
  { documents, period }: Sheet,
  known: ReadonlySet<string>,
  t: Catalog,
): readonly TextPart[] {
  const detailOf = ({ id, kind, date }: SourceDocument): string =>
    [
      ...(date && kind !== "portal" ? [t.sources.issued(t.figures.date(date))] : []),
      t.sources.hash(id.slice(0, 8)),
    ].join(" · ");
  return documents
    .filter(({ id }) => !known.has(id))
    .map((document) =>
      t.sources.document({ name: t.evidence.document(document, period), detail: detailOf(document) }),
    );
}

/** What a version changed of the one before, counted; an older one that holds again is named. */
export function changeLine(sheet: Sheet, before: Sheet | null, t: Catalog): readonly TextPart[] {
  const { restores } = sheet;
  if (restores === 0) return [t.sources.withdrew];
  if (!before) return [];
  const changed = whatChanged(before, sheet);
  const added = changed.filter((one) => one.before === null).length;
  const gone = changed.filter((one) => one.after === null).length;
  const counts = { changed: changed.length - added - gone, added, gone };
  return [t.sources.counted({ ...counts, before: before.version, restores })];
}

/** Names of those who confirmed a version, as their channels name them; without a name their ids, for those who may know. */
export async function confirmedBy(
  { by, scope }: Sheet,
  { services, asker }: AnswerContext,
): Promise<readonly string[]> {
  const mayKnow = (await asker.roleIn(scope)) !== "viewer";
  const names = await Promise.all(
    by.map(async (person) => {
      const name = isChatId(person) ? await services.rights.nameOf(person) : "";
      return name !== "" || !mayKnow ? name : person;
    }),
  );
  return names.filter((name) => name !== "");
}
