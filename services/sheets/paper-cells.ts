import type { Observation, Sheet } from "#services/sheets/sheet.ts";

type Cell = Pick<Observation, "unit" | "indicator">;

export const cellOf = ({ unit, indicator }: Cell): string => `${unit}\t${indicator}`;

/** What papers, and not the portal, say in a sheet, by cell. */
export function cellsOfPapers(current: Sheet | null): ReadonlyMap<string, number | null> {
  const papers = new Set(
    (current?.documents ?? []).filter(({ kind }) => kind !== "portal").map(({ id }) => id),
  );
  const said = (current?.observations ?? []).filter(({ source }) => papers.has(source));
  return new Map(said.map((one) => [cellOf(one), one.value]));
}
