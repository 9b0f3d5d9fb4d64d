import type { AnswerContext } from "#commands/define-command.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { changeGroups } from "#commands/parts/version-changes.ts";
import { changesWorkbook } from "#commands/sources/changes-workbook.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { evidenceOf } from "#services/results/evidence.ts";
import type { SourcesView } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** Changes a page. */
const LISTED = 30;

/** Which versions to set against each other. */
export interface VersionPair {
  readonly from: number;
  readonly version: number;
}

/** All that one version changed of another, in pages; long ones come as a workbook, too. Rejects with the Refusals "no-version" and "no-such-page". */
export async function compared(
  { period, versions }: SourcesView,
  { from, version, scope, page }: VersionPair & { readonly scope: Unit; readonly page: number },
  { services, t, asker }: AnswerContext,
): Promise<Reply> {
  const before = versions.find((sheet) => sheet.version === from);
  const after = versions.find((sheet) => sheet.version === version);
  if (!before || !after) throw new Refusal("no-version", { held: versions.map((sheet) => sheet.version) });
  const groups = await changeGroups(before, after, { services, t });
  const rows = groups.flatMap(({ head, items }) => items.map((item) => ({ head, item })));
  const pages = Math.max(1, Math.ceil(rows.length / LISTED));
  if (page > pages) throw new Refusal("no-such-page", { pages });
  const where = scopeWords(scope, asker.home, services);
  const to = (number: number): string =>
    typed("/nguon", period, `so bản ${from} bản ${version}`, `trang ${number}`, where);
  const turned = { next: page < pages ? to(page + 1) : null, previous: page > 1 ? to(page - 1) : null };
  const isCut = pages > 1 && page === 1;
  return {
    text: lines(
      t.sources.compared({ scope, period, from, version, page, pages }),
      rows.length === 0 && t.sources.same,
      ...headed(rows.slice((page - 1) * LISTED, page * LISTED), t.sources.changes),
      after.observations.length > 0 && t.evidence.line(evidenceOf([after], after.observations)),
    ),
    ...(isCut ? { file: changesWorkbook(before, after, { scope, services, t }) } : {}),
    actions: [
      [
        ...(turned.previous
          ? [{ label: t.actions.previousPage(page - 1, pages), command: turned.previous }]
          : []),
        ...(turned.next ? [{ label: t.actions.nextPage(page + 1, pages), command: turned.next }] : []),
      ],
      [{ label: t.actions.sources, command: typed("/nguon", period, where) }],
    ].filter((row) => row.length > 0),
    pages: turned,
  };
}

/** A line each, under the head of their kind. */
export function headed(
  rows: readonly { readonly head: string; readonly item: string }[],
  headed: (head: string) => TextPart,
): readonly TextPart[] {
  return rows.flatMap(({ head, item }, i) => [
    ...(rows[i - 1]?.head === head ? [] : [headed(head)]),
    `– ${item}`,
  ]);
}
