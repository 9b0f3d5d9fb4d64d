import type { Observation, Sheet, SourceDocument } from "#services/sheets/sheet.ts";

/** What every answer says of its figures: state, version, documents, moment. */
export interface Evidence {
  readonly provisional: boolean;
  /** Versions of the sheets read, one each; a composed list has several. */
  readonly versions: readonly number[];
  readonly checkCode: string;
  readonly documents: readonly SourceDocument[];
  /** Earliest and latest extraction time of the figures shown, ISO; null = none is stated. */
  readonly asOf: { readonly from: string; readonly to: string } | null;
  /** Some figures shown have an extraction time and others do not. */
  readonly partlyDated: boolean;
  readonly sample: boolean;
}

/** Evidence of the observations shown, all of them out of these sheets. */
export function evidenceOf(sheets: readonly Sheet[], shown: readonly Observation[]): Evidence {
  const sources = new Set(shown.map(({ source }) => source));
  const known = new Map(sheets.flatMap((s) => s.documents).map((d) => [d.id, d]));
  const documents = [...known.values()].filter(({ id }) => sources.has(id));
  const asOfs = shown.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])).sort();
  const [from, to] = [asOfs[0], asOfs.at(-1)];
  return {
    provisional: documents.some(({ provisional }) => provisional),
    versions: sheets.map(({ version }) => version),
    checkCode: sheets[0]?.checkCode ?? "",
    documents,
    asOf: from && to ? { from, to } : null,
    partlyDated: asOfs.length > 0 && asOfs.length < shown.length,
    sample: sheets.some(({ sample }) => sample),
  };
}
