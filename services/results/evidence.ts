import type { Period } from "#services/periods/period.ts";
import type { Observation, Sheet, SourceDocument } from "#services/sheets/sheet.ts";

/** A document and the period that its figures are of. */
export interface CitedDocument extends SourceDocument {
  readonly period: Period;
}

/** What every answer says of its figures: state, version, documents, moment. */
export interface Evidence {
  readonly provisional: boolean;
  /** Versions of the sheets read, one each; a composed list has several. */
  readonly versions: readonly number[];
  /** Empty where several sheets were read: no code names them all. */
  readonly checkCode: string;
  readonly documents: readonly CitedDocument[];
  /** Earliest and latest extraction time of the figures shown, ISO; null = none is stated. */
  readonly asOf: { readonly from: string; readonly to: string } | null;
  /** Some figures shown have an extraction time and others do not. */
  readonly partlyDated: boolean;
  readonly sample: boolean;
  /** The version that took the place of the one read. */
  readonly supersededBy?: number;
}

/** Evidence of the observations shown, all of them out of these sheets, which are of one period. */
export function evidenceOf(sheets: readonly Sheet[], shown: readonly Observation[]): Evidence {
  const sources = new Set(shown.map(({ source }) => source));
  const cited = sheets.flatMap(({ documents, period }) => documents.map((d) => ({ ...d, period })));
  const known = new Map(cited.map((document) => [document.id, document]));
  const documents = [...known.values()].filter(({ id }) => sources.has(id));
  const asOfs = shown.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])).sort();
  const [from, to] = [asOfs[0], asOfs.at(-1)];
  const [only, ...others] = sheets;
  return {
    provisional: documents.some(({ provisional }) => provisional),
    versions: sheets.map(({ version }) => version),
    checkCode: only && others.length === 0 ? only.checkCode : "",
    documents,
    asOf: from && to ? { from, to } : null,
    partlyDated: asOfs.length > 0 && asOfs.length < shown.length,
    sample: sheets.some(({ sample }) => sample),
  };
}

/** All figures shown were extracted at one moment. */
export const isOneMoment = ({ asOf, partlyDated }: Evidence): boolean =>
  asOf !== null && asOf.from === asOf.to && !partlyDated;

/** Evidence of figures of several periods or units; a sheet that several rest on counts once. */
export function joinEvidence(parts: readonly Evidence[]): Evidence {
  const sheets = [...new Map(parts.map((part, i) => [part.checkCode || i, part])).values()];
  const moments = parts.flatMap(({ asOf }) => (asOf ? [asOf] : []));
  const [from] = moments.map((one) => one.from).sort();
  const to = moments
    .map((one) => one.to)
    .sort()
    .at(-1);
  const [only, ...others] = sheets;
  return {
    provisional: parts.some(({ provisional }) => provisional),
    versions: sheets.flatMap(({ versions }) => versions),
    checkCode: only && others.length === 0 ? only.checkCode : "",
    documents: parts.flatMap(({ documents }) => documents),
    asOf: from && to ? { from, to } : null,
    partlyDated:
      parts.some(({ partlyDated }) => partlyDated) || (moments.length > 0 && moments.length < parts.length),
    sample: parts.some(({ sample }) => sample),
  };
}
