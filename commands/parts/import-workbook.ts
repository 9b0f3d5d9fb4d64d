import type { Catalog } from "#locales/catalog.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import type { ReplyFile } from "#services/reply/reply.ts";
import type { ObservationChange } from "#services/sheets/sheets.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HEAD = { fontWeight: "bold", wrap: true, alignVertical: "center" } as const;
/** In characters, in the order of the columns. */
const WIDTHS = [26, 18, 28, 30, 12, 12, 8, 8, 12, 14];

/** Every figure that storing a paper would write, on a line with the one it replaces. Made when its bytes are asked for. */
export function importWorkbook(
  plan: ImportPlan,
  code: string,
  t: Catalog,
  options: { readonly indicators: Indicators; readonly unitOf: (id: string) => Unit | undefined },
): ReplyFile {
  const { workbook } = t.corrections;
  return {
    name: workbook.name(code),
    mediaType: MEDIA_TYPE,
    async bytes() {
      const { default: writeExcelFile } = await import("write-excel-file/node");
      const head = workbook.columns.map((value) => ({ ...HEAD, value, type: String }));
      const rows = plan.sheets.flatMap((sheet) =>
        sheet.changes.map((change) => {
          const place = [fullName(sheet.scope), t.periods.name(sheet.draft.period)];
          return [...place.map(words), ...cellsOf(change, t, options)];
        }),
      );
      return writeExcelFile([head, ...rows], {
        sheet: workbook.sheet,
        columns: WIDTHS.map((width) => ({ width })),
        stickyRowsCount: 1,
        orientation: "landscape",
      }).toBuffer();
    },
  };
}

function cellsOf(
  { kind, before, after }: ObservationChange,
  t: Catalog,
  { indicators, unitOf }: Parameters<typeof importWorkbook>[3],
) {
  const one = after ?? before;
  const unit = unitOf(one?.unit ?? "");
  const indicator = indicators.get(one?.indicator ?? "");
  return [
    words(unit ? fullName(unit) : (one?.unit ?? "")),
    words(indicator ? t.figures.indicator(indicator) : (one?.indicator ?? "")),
    ...[after?.value, after?.change, after?.rank, after?.of, before?.value].map(number),
    words(t.corrections.workbook.kinds[kind]),
  ];
}

const words = (value: string) => ({ value, type: String });

/** null = an empty cell. */
const number = (value: number | null | undefined) =>
  value === null || value === undefined ? null : { value, type: Number };
