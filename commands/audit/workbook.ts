import type { Catalog } from "#locales/catalog.ts";
import type { AuditLine } from "#locales/words/audit.ts";
import type { ReplyFile } from "#services/reply/reply.ts";
import { sheetText } from "#services/text/sheet-text.ts";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const WIDTHS = [22, 28, 26, 34, 48, 26];

/** The audit log as a workbook to file away, a deed a line. Made when a channel asks for its bytes. */
export function auditWorkbook(entries: readonly AuditLine[], day: string, t: Catalog): ReplyFile {
  const { file, deeds, object } = t.audit;
  return {
    name: file.name(day),
    mediaType: MEDIA_TYPE,
    async bytes() {
      const { default: writeExcelFile } = await import("write-excel-file/node");
      const head = file.columns.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
      const rows = entries.map((entry) => {
        const { at, person, by, kind, chat } = entry;
        const words = [t.figures.moment(at), person, by, deeds[kind], object(entry), chat];
        return words.map((value) => ({ value: sheetText(value), type: String }));
      });
      return writeExcelFile([head, ...rows], {
        sheet: file.sheet,
        columns: WIDTHS.map((width) => ({ width })),
        stickyRowsCount: 1,
      }).toBuffer();
    },
  };
}
