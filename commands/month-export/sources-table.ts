import type { CommandContext } from "#commands/define-command.ts";
import type { MonthList } from "#commands/month-export/read-month.ts";
import type { FileTable } from "#commands/parts/table-file.ts";

/** Every document behind the lists, a line each: which period, version and state, when extracted, under which check code. */
export function sourcesTable(
  lists: readonly [MonthList, ...MonthList[]],
  { t }: Pick<CommandContext<unknown>, "t">,
): FileTable {
  const { file } = t.monthExport;
  const { columns } = file;
  const [{ views, kind }] = lists;
  const { scope, period } = views[0];
  const rows = lists.flatMap((list) =>
    list.views.flatMap(({ evidence }) =>
      evidence.documents.map((document) => [
        t.evidence.document(document, document.period),
        t.periods.name(document.period),
        t.evidence.state(document.provisional),
        evidence.versions.length === 1 ? String(evidence.versions[0]) : null,
        t.evidence.asOf(evidence),
        evidence.checkCode || null,
      ]),
    ),
  );
  const lines = new Map(rows.map((row) => [row.join("\n"), row]));
  return {
    sheet: file.sheet({ kind, part: "sources", group: null }),
    title: file.title({ scope, period, kind: "areas" }),
    about: t.evidence.line(views[0].evidence),
    columns: [
      { head: columns.document, width: 60 },
      { head: columns.period, width: 18 },
      { head: columns.state, width: 14 },
      { head: columns.version, width: 8 },
      { head: columns.asOf, width: 40 },
      { head: columns.checkCode, width: 14 },
    ],
    rows: [...lines.values()],
    frozen: 1,
  };
}
