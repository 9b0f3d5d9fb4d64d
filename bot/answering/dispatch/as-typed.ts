import { fullName } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** A command that names units by their ids and months by their codes, as a person would type it. */
export function asTyped(command: string, units: Pick<Units, "get">): string {
  return command
    .replace(/#([^\s,]+)/gu, (code, id: string) => {
      const unit = units.get(id);
      return unit ? fullName(unit) : code;
    })
    .replace(
      /(?<![\d-])(\d{4})-(\d{2})(?![\d-])/gu,
      (_, year: string, month: string) => `${Number(month)}/${year}`,
    )
    .replace(/\s+/gu, " ")
    .replace(/ (?=,)/gu, "")
    .trim();
}
