import type { CommandContext } from "#commands/define-command.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { whatChanged } from "#services/broadcasts/what-changed.ts";
import type { ReplyFile } from "#services/reply/reply.ts";
import { subtract } from "#services/sheets/places.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import { sheetText } from "#services/text/sheet-text.ts";
import type { Unit } from "#services/units/unit.ts";

interface Facts extends Pick<CommandContext<unknown>, "services" | "t"> {
  readonly scope: Unit;
}

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Every figure that two versions have otherwise, unit by unit, a line each. Made when a channel asks for its bytes. */
export function changesWorkbook(before: Sheet, after: Sheet, { scope, services, t }: Facts): ReplyFile {
  const { file } = t.sources;
  return {
    name: file.name({ scope, period: after.period, from: before.version, version: after.version }),
    mediaType: MEDIA_TYPE,
    async bytes() {
      const { default: writeExcelFile } = await import("write-excel-file/node");
      const columns = file.columns(before.version, after.version);
      const head = columns.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
      return writeExcelFile([head, ...rowsOf(before, after, { services, t })], {
        sheet: file.sheet,
        columns: [34, 34, 14, 14, 14, 14, 14, 14, 14].map((width) => ({ width })),
        stickyRowsCount: 1,
      }).toBuffer();
    },
  };
}

/** Unit, indicator, value before and after and their difference, published ranks, published changes. */
function rowsOf(before: Sheet, after: Sheet, { services, t }: Omit<Facts, "scope">) {
  const unitOf = unitLookup(services.units);
  const order = [...new Set([...after.observations, ...before.observations].map(({ unit }) => unit))];
  const changed = whatChanged(before, after).toSorted(
    (a, b) => order.indexOf(a.unit) - order.indexOf(b.unit),
  );
  return changed.map(({ unit, indicator: id, before: old, after: now }) => {
    const indicator = services.indicators.get(id);
    const [from, to] = [old?.value ?? null, now?.value ?? null];
    return [
      words(t.figures.unit(unitOf(unit))),
      words(indicator ? t.figures.indicator(indicator) : id),
      number(from),
      number(to),
      number(from === null || to === null ? null : subtract(to, from)),
      number(old?.rank),
      number(now?.rank),
      number(old?.change),
      number(now?.change),
    ];
  });
}

const words = (value: string) => ({ value: sheetText(value), type: String });
const number = (value: number | null | undefined) =>
  value === null || value === undefined ? null : { value, type: Number };
