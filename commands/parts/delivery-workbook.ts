import type { Catalog } from "#locales/catalog.ts";
import type { Delivery } from "#services/delivery/delivery.ts";
import type { ReplyFile } from "#services/reply/reply.ts";
import { sheetText } from "#services/text/sheet-text.ts";

export interface WorkbookRow {
  readonly broadcast: string;
  readonly chatName: string;
  readonly delivery: Delivery;
  /** ISO with the offset of the bot's time zone. */
  readonly at: string;
}

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Every delivery on a line, as a workbook to file away. Made when a channel asks for its bytes. */
export function deliveryWorkbook(rows: readonly WorkbookRow[], day: string, t: Catalog): ReplyFile {
  const { file } = t.deliveries;
  return {
    name: file.name(day),
    mediaType: MEDIA_TYPE,
    async bytes() {
      const { default: writeExcelFile } = await import("write-excel-file/node");
      const { columns } = file;
      const head = [
        columns.broadcast,
        columns.chat,
        columns.name,
        columns.state,
        columns.reason,
        columns.attempts,
        columns.resent,
        columns.at,
        columns.messages,
      ].map((value) => ({ value, type: String, fontWeight: "bold" as const }));
      const widths = [44, 26, 28, 14, 34, 12, 10, 24, 20].map((width) => ({ width }));
      return writeExcelFile([head, ...rows.map((row) => cellsOf(row, t))], {
        sheet: file.sheet,
        columns: widths,
        stickyRowsCount: 1,
      }).toBuffer();
    },
  };
}

function cellsOf({ broadcast, chatName, delivery, at }: WorkbookRow, t: Catalog) {
  const { chat, state, reason, attempts, resent, messages } = delivery;
  const words = [
    broadcast,
    chat,
    chatName,
    t.deliveries.state[state],
    reason ? t.deliveries.reason[reason] : "",
    attempts,
    resent ? t.deliveries.file.yes : "",
    t.figures.moment(at),
    messages?.join(" ") ?? "",
  ];
  return words.map((value) =>
    typeof value === "number" ? { value, type: Number } : { value: sheetText(value), type: String },
  );
}
