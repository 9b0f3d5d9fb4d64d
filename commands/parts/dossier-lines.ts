import type { Catalog } from "#locales/catalog.ts";
import type { NamedCodes, NamedCounts } from "#locales/words/dossiers.ts";
import type { Counts, DossierCounts } from "#services/documents/dossiers/dossier.ts";

/** So many fields, systems and codes are named. */
const NAMED = 6;

/** What was counted of a document's lists of dossiers, a line for each way of looking at them. */
export function dossierLines(
  counts: DossierCounts,
  { dossiers: words, figures }: Catalog,
): readonly string[] {
  const written = (count: number): string => figures.number(count);
  const ifAny = (count: number): string | null => (count === 0 ? null : written(count));
  const codes = (all: readonly string[]): NamedCodes => ({
    count: written(all.length),
    shown: all.slice(0, NAMED),
    more: Math.max(0, all.length - NAMED),
  });
  const { total, onTime, withoutUnit, unknownKind, repeated, odd, rowsWithoutCode, outside } = counts;
  return [
    words.total({ total: written(total), onTime: ifAny(onTime), withoutUnit: ifAny(withoutUnit) }),
    unknownKind > 0 && words.unknownKind(written(unknownKind)),
    ...listedLines(counts, { dossiers: words, figures }),
    repeated.length > 0 && words.repeated(codes(repeated)),
    odd.length > 0 && words.odd(codes(odd)),
    rowsWithoutCode > 0 && words.rowsWithoutCode(written(rowsWithoutCode)),
    outside > 0 && words.outside(written(outside)),
    words.nobodyKept,
  ].filter((line) => line !== false);
}

/** How late they are, in which fields, and from whose systems. */
export function listedLines(
  {
    byField,
    byMinistry,
    late,
    reckonedTo,
  }: Pick<DossierCounts, "byField" | "byMinistry" | "late" | "reckonedTo">,
  { dossiers: words, figures }: Pick<Catalog, "dossiers" | "figures">,
): readonly string[] {
  const written = (count: number): string => figures.number(count);
  const named = (all: Counts): NamedCounts => ({
    shown: all.slice(0, NAMED).map(([name, count]) => ({ name, count: written(count) })),
    more: Math.max(0, all.length - NAMED),
  });
  const lateOnes = late.few + late.some + late.many + late.unknown;
  const hasFields = byField.some(([name]) => name !== "");
  return [
    lateOnes > 0 &&
      words.late({
        few: written(late.few),
        some: written(late.some),
        many: written(late.many),
        unknown: late.unknown === 0 ? null : written(late.unknown),
        reckonedTo: reckonedTo === null ? null : figures.moment(reckonedTo),
      }),
    hasFields && words.byField(named(byField)),
    byMinistry.length > 0 && words.byMinistry(named(byMinistry)),
  ].filter((line) => line !== false);
}
