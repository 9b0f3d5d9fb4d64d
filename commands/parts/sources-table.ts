import type { FileTable } from "#commands/parts/table-file.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Evidence } from "#services/results/evidence.ts";

/** Every document behind some figures, a line each: which period, version and state, when extracted, under which check code. */
export function sourcesTable(
  parts: readonly Evidence[],
  { title, about }: Pick<FileTable, "title" | "about">,
  t: Pick<Catalog, "monthExport" | "evidence" | "periods">,
): FileTable {
  const { columns, sources } = t.monthExport.file;
  const rows = parts.flatMap((evidence) =>
    evidence.documents.map((document) => [
      t.evidence.document(document, document.period),
      t.periods.name(document.period),
      t.evidence.state(document.provisional),
      evidence.versions.length === 1 ? String(evidence.versions[0]) : null,
      t.evidence.asOf(evidence),
      evidence.checkCode || null,
    ]),
  );
  const lines = new Map(rows.map((row) => [row.join("\n"), row]));
  return {
    sheet: sources,
    title,
    about,
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
