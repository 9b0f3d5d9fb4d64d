import type { ImportWarning } from "#services/documents/warnings.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { ObservationChange } from "#services/sheets/sheets.ts";

export interface Corrected {
  /** What would become of the sheet's figures. */
  readonly changes: readonly ObservationChange[];
  /** The sheet as it is stored; null = none. */
  readonly current: Sheet | null;
  /** Id of the unit that a paper of the sheet's scope calls so. */
  readonly unitOf: (name: string) => string;
  readonly nameOf: (unit: string) => string;
}

/** What of a cell persons put right, and the facts that hold what they gave and what stands in its place. */
const PARTS = [
  { part: "value", was: "before", becomes: "after" },
  { part: "change", was: "changeBefore", becomes: "changeAfter" },
  { part: "rank", was: "rankBefore", becomes: "rankAfter" },
] as const;

/** Figures that a person put right when an earlier paper was taken in, and that this one turns into others or leaves out. */
export function undoneCorrections({ changes, current, unitOf, nameOf }: Corrected): readonly ImportWarning[] {
  const said = new Set(
    (current?.documents ?? []).flatMap(({ id, words = [] }) =>
      words.flatMap(({ kind, unit, indicator, after }) =>
        unit === null || indicator === null ? [] : [figureOf(id, unitOf(unit), indicator, kind, after)],
      ),
    ),
  );
  return changes.flatMap(({ before, after }) => {
    if (!before) return [];
    const { source, unit, indicator } = before;
    return PARTS.flatMap(({ part, was, becomes }) => {
      const [given, now] = [before[part], after?.[part] ?? null];
      if (given === null || given === now) return [];
      if (!said.has(figureOf(source, unit, indicator, part, given))) return [];
      const figures = { [was]: given, ...(now !== null && { [becomes]: now }) };
      return [{ code: "undoes-correction" as const, facts: { unit: nameOf(unit), indicator, ...figures } }];
    });
  });
}

/** A figure of a paper, apart from every other. */
const figureOf = (...facts: readonly (string | number | null)[]): string => facts.join("\t");
