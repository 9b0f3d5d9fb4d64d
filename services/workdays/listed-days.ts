import { readFileSync } from "node:fs";

/** A date that differs from the week of five days; sources are in `data/SOURCES.md`. */
interface ListedDay {
  /** ISO. */
  readonly date: string;
  /** A weekday off, or a Saturday of work that a weekday was swapped for. */
  readonly day: "off" | "work";
}

/** By date, of every year whose holidays are published. */
export function readListedDays(): ReadonlyMap<string, ListedDay["day"]> {
  const text = readFileSync(new URL("./data/listed-days.tsv", import.meta.url), "utf8");
  const rows = text.trimEnd().split("\n").slice(1);
  return new Map(
    rows.map((row) => {
      const [date = "", day] = row.split("\t");
      return [date, day === "work" ? "work" : "off"];
    }),
  );
}
