/** A figure that rests on so few dossiers says little: it is marked †, never called the highest or lowest, and warns of nothing. */
export const FEW_DOSSIERS = 3;

export const isFew = (received: number | null): received is number =>
  received !== null && received <= FEW_DOSSIERS;

/** Rows that may lead, close or move the most: those that rest on more than a few dossiers. */
export function weighty<Row extends { readonly few: number | null }>(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ few }) => few === null);
}
