import type { Catalog } from "#locales/catalog.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { toPeriod } from "#services/periods/period.ts";
import type { Said } from "#services/sheets/persons-word.ts";

/** A line for each thing that persons said of a paper; units agreed to one after the other are one line. */
export function wordLines(words: readonly Said[], t: Catalog, indicators: Indicators): readonly string[] {
  const lines: string[] = [];
  let added: string[] = [];
  for (const word of words) {
    if (word.kind === "new-unit") {
      added = [...added, word.unit ?? ""];
      if (added.length > 1) lines.pop();
    } else added = [];
    lines.push(added.length > 1 ? t.corrections.newUnits(added) : wordLine(word, t, indicators));
  }
  return lines;
}

/** What a person said, with the figures as the reader writes them. */
export function wordLine(
  word: Said,
  { corrections, figures, periods }: Catalog,
  indicators: Indicators,
): string {
  const indicator = word.indicator === null ? undefined : indicators.get(word.indicator);
  const readable = (said: string | number | null): string | null => {
    if (said === null) return null;
    if (word.kind === "period") return periods.name(toPeriod(String(said)));
    if (typeof said === "string") return said;
    if (!indicator || word.kind === "rank") return figures.number(said);
    return word.kind === "change" ? figures.change(said, indicator) : figures.value(said, indicator);
  };
  return corrections.word({
    kind: word.kind,
    unit: word.unit ?? "",
    indicator: indicator ? figures.indicatorShort(indicator) : (word.indicator ?? ""),
    before: readable(word.before),
    after: readable(word.after),
    isDoubtful: indicator !== undefined && typeof word.before === "string",
  });
}
