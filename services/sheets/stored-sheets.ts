import * as z from "zod";
import type { Period } from "#services/periods/period.ts";
import { StoredPeriod } from "#services/periods/stored-period.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import { decodeSheet, StoredSheet } from "#services/sheets/sheet-codec.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";
import { StoredValueInvalid } from "#services/store/collection.ts";
import type { Entry } from "#services/store/store.ts";

/** Key whose version moves with every publication; a cheap answer to "is there anything new?". */
export const SHEETS_REVISION = "sheets/revision";

export const CURRENT_SHEETS = "sheets/current/";

/** Where the head of a scope's current sheet of a period stands. */
export const currentKey = (scope: string, period: Period): string => `${CURRENT_SHEETS}${scope}/${period}`;

export const versionsPrefix = (scope: string, period: Period): string =>
  `sheets/versions/${scope}/${period}/`;

export const versionKey = (scope: string, period: Period, version: number): string =>
  `${versionsPrefix(scope, period)}${String(version).padStart(6, "0")}`;

export const codeKey = (code: string): string => `sheets/codes/${code}`;

const Head = z.object({
  v: z.literal(1),
  scope: z.string(),
  period: StoredPeriod,
  version: z.number().int().positive(),
  units: z.array(z.string()),
  indicators: z.array(z.string()),
  asOf: z.string().nullable(),
  createdAt: z.string(),
  checkCode: z.string(),
});

/** Points from a check code to the key of its sheet. */
const CodeTarget = z.object({ v: z.literal(1), version: z.string() });

/** Each throws StoredValueInvalid when the entry is not what it should be. */
export const readHead = (entry: Entry): SheetHead => readAs(entry, (value) => Head.parse(value));
export const readCodeTarget = (entry: Entry): string =>
  readAs(entry, (value) => CodeTarget.parse(value).version);
export const readSheet = (entry: Entry): Sheet =>
  readAs(entry, (value) => decodeSheet(StoredSheet.parse(value)));

export function headOf(sheet: Sheet): z.infer<typeof Head> {
  const asOfs = sheet.observations.flatMap(({ asOf }) => (asOf === null ? [] : [asOf]));
  return {
    v: 1,
    scope: sheet.scope,
    period: sheet.period,
    version: sheet.version,
    units: [...new Set(sheet.observations.map(({ unit }) => unit))],
    indicators: [...new Set(sheet.observations.map(({ indicator }) => indicator))],
    asOf: asOfs.sort().at(-1) ?? null,
    createdAt: sheet.createdAt,
    checkCode: sheet.checkCode,
  };
}

function readAs<T>({ key, value }: Entry, read: (value: unknown) => T): T {
  try {
    return read(value);
  } catch (cause) {
    throw new StoredValueInvalid(key, { cause });
  }
}
