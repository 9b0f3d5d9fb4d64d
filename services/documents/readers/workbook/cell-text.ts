import type { CellObject } from "@e965/xlsx";
import { numberText } from "#services/documents/readers/number-text.ts";

/** What the table of number formats says of one. */
interface NumberFormat {
  readonly kind: "number" | "percent" | "date";
  /** Written behind the number by the format and not by hand: `0.0"%"`. */
  readonly suffix: string;
  readonly hasDay: boolean;
  readonly hasTime: boolean;
}

const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

/**
 * A cell as an office writes it: the value itself, never what a program shows of it, since that is rounded and has
 * English marks. `shift`: days between this workbook's calendar and the usual one.
 */
export function cellText(cell: CellObject, shift: number): string {
  if (cell.t === "s") return String(cell.v ?? "").trim();
  if (cell.t === "e") return ERRORS[Number(cell.v)] ?? "#N/A";
  if (cell.t === "b") return cell.v ? "Có" : "Không";
  if (cell.t !== "n" || typeof cell.v !== "number") return "";
  const format = formatOf(String(cell.z ?? "General"));
  if (format.kind === "date") return dateText(cell.v + shift, format);
  if (format.kind === "percent") return `${numberText(cell.v * 100)}%`;
  return `${numberText(cell.v)}${format.suffix}`;
}

const known = new Map<string, NumberFormat>();

/** How a number format shows a value, by its first section. */
function formatOf(written: string): NumberFormat {
  const before = known.get(written);
  if (before) return before;
  const literals = (written.match(/"[^"]*"|\\./gu) ?? []).map((text) => text.replace(/["\\]/gu, ""));
  const [marks = ""] = written
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, "")
    .toLowerCase()
    .split(";");
  const isDate = !/general|[0#?]/u.test(marks) && /[dmyh]/u.test(marks);
  const format: NumberFormat = {
    kind: isDate ? "date" : marks.includes("%") ? "percent" : "number",
    suffix: literals.some((text) => text.includes("%")) ? "%" : "",
    hasDay: marks.includes("d"),
    hasTime: marks.includes("h"),
  };
  known.set(written, format);
  return format;
}

const DAY_MS = 86_400_000;
/** Day 0 of the calendar, with the 29 February 1900 that it believes in. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

function dateText(serial: number, { hasDay, hasTime }: NumberFormat): string {
  const at = new Date(DAY_ZERO + Math.round((serial * DAY_MS) / 60_000) * 60_000);
  if (Number.isNaN(at.getTime())) return String(serial);
  const [date = "", clock = ""] = at.toISOString().split("T");
  const [year, month, day] = date.split("-");
  const time = clock.slice(0, 5);
  if (serial < 1) return time;
  const written = hasDay ? `${day}/${month}/${year}` : `${month}/${year}`;
  return hasTime && !Number.isInteger(serial) ? `${written} ${time}` : written;
}
