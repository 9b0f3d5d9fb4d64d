import * as z from "zod";
import { StoredPeriod } from "#services/periods/stored-period.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";
import { StoredDocument } from "#services/sheets/stored-document.ts";

/** Version of the stored form; a reader of a newer bot turns older forms into today's. */
const STORED_SHEET_VERSION = 1;

const index = z.number().int().nonnegative();
const figure = z.number().nullable();

/** Names stand once, rows point at them: a month of 150 units × 25 indicators stays a few hundred kB. */
export const StoredSheet = z.object({
  v: z.literal(STORED_SHEET_VERSION),
  scope: z.string(),
  period: StoredPeriod,
  version: z.number().int().positive(),
  createdAt: z.string(),
  checkCode: z.string(),
  sample: z.boolean(),
  /** Left out where there is nothing to note. */
  by: z.array(z.string()).default([]),
  restores: index.nullable().default(null),
  documents: z.array(StoredDocument),
  units: z.array(z.string()),
  indicators: z.array(z.string()),
  asOfs: z.array(z.string().nullable()),
  /** unit, indicator, value, change, rank, of, document, asOf. */
  rows: z.array(z.tuple([index, index, figure, figure, figure, figure, index, index])),
});

/** Throws a RangeError when an observation names a document that the sheet does not hold. */
export function encodeSheet(sheet: Sheet): z.input<typeof StoredSheet> {
  const units = nameList<string>();
  const indicators = nameList<string>();
  const asOfs = nameList<string | null>();
  const documents = new Map(sheet.documents.map(({ id }, place) => [id, place]));
  const placeOf = (source: string): number => {
    const place = documents.get(source);
    if (place === undefined) throw new RangeError(`no document ${source} in the sheet`);
    return place;
  };
  const rows = sheet.observations.map((o): z.input<typeof StoredSheet>["rows"][number] => [
    units.at(o.unit),
    indicators.at(o.indicator),
    o.value,
    o.change,
    o.rank,
    o.of,
    placeOf(o.source),
    asOfs.at(o.asOf),
  ]);
  return {
    v: STORED_SHEET_VERSION,
    scope: sheet.scope,
    period: sheet.period,
    version: sheet.version,
    createdAt: sheet.createdAt,
    checkCode: sheet.checkCode,
    sample: sheet.sample,
    ...(sheet.by.length > 0 && { by: [...sheet.by] }),
    ...(sheet.restores !== null && { restores: sheet.restores }),
    documents: [...sheet.documents],
    units: units.list,
    indicators: indicators.list,
    asOfs: asOfs.list,
    rows,
  };
}

export function decodeSheet(stored: z.infer<typeof StoredSheet>): Sheet {
  const { v: _, units, indicators, asOfs, rows, ...head } = stored;
  const observations = rows.map(
    ([unit, indicator, value, change, rank, of, document, asOf]): Observation => ({
      unit: named(units, unit),
      indicator: named(indicators, indicator),
      value,
      change,
      rank,
      of,
      source: named(head.documents, document).id,
      asOf: named(asOfs, asOf),
    }),
  );
  return { ...head, observations };
}

/** Gives each distinct name its place in a list. */
function nameList<T>(): { readonly list: T[]; at(name: T): number } {
  const list: T[] = [];
  const places = new Map<T, number>();
  const at = (name: T): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, list.length);
    return list.push(name) - 1;
  };
  return { list, at };
}

function named<T>(list: readonly T[], place: number): T {
  if (place >= list.length) throw new RangeError(`stored sheet points at name ${place} of ${list.length}`);
  return list[place] as T;
}
