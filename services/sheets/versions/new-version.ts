import type { Period } from "#services/periods/period.ts";
import { checkCode, LONGEST_CODE, SHORTEST_CODE } from "#services/sheets/check-code.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import { encodeSheet } from "#services/sheets/sheet-codec.ts";
import {
  codeKey,
  currentKey,
  headOf,
  readCodeTarget,
  readHead,
  readSheet,
  versionKey,
} from "#services/sheets/stored-sheets.ts";
import type { Commit, Store } from "#services/store/store.ts";

/** What every sheet of a publication bears. */
export type Stamp = Pick<Sheet, "sample" | "createdAt" | "by">;

/** New versions of sheets, and the commit that stores them if nobody else publishes in between. */
export interface Publication {
  readonly sheets: readonly Sheet[];
  readonly checks: NonNullable<Commit["checks"]>;
  readonly puts: NonNullable<Commit["puts"]>;
}

export const joinedPublication = (parts: readonly Publication[]): Publication => ({
  sheets: parts.flatMap(({ sheets }) => sheets),
  checks: parts.flatMap(({ checks }) => checks),
  puts: parts.flatMap(({ puts }) => puts),
});

/** The current sheet, and the check that it still is. */
export async function seenCurrent(store: Store, scope: string, period: Period) {
  const key = currentKey(scope, period);
  const pointer = await store.get(key);
  const version = pointer && readHead(pointer).version;
  const stored = version && (await store.get(versionKey(scope, period, version)));
  return { current: stored ? readSheet(stored) : null, check: { key, version: pointer?.version ?? 0 } };
}

/** The sheet a new version is laid over: real results never build upon sample ones. */
export function builtUpon(current: Sheet | null, { sample }: Pick<Stamp, "sample">): Sheet | null {
  return current?.sample === sample ? current : null;
}

/** A version made the current one, with its check code; `taken`: codes given in the same publication. */
export async function newVersion(
  store: Store,
  body: Omit<Sheet, "checkCode">,
  taken: Set<string>,
): Promise<Publication> {
  const { scope, period, version, observations } = body;
  const key = versionKey(scope, period, version);
  const content = JSON.stringify({ scope, period, version, observations });
  const { code, check } = await freeCode(store, content, key, taken);
  const sheet: Sheet = { ...body, checkCode: code };
  const puts = [
    { key, value: encodeSheet(sheet) },
    { key: currentKey(scope, period), value: headOf(sheet) },
    { key: codeKey(code), value: { v: 1, version: key } },
  ];
  return { sheets: [sheet], checks: [check], puts };
}

/** The shortest code of the content that names no other sheet, stored or of the same publication. */
async function freeCode(
  store: Store,
  content: string,
  target: string,
  taken: Set<string>,
): Promise<{ readonly code: string; readonly check: { readonly key: string; readonly version: number } }> {
  for (let length = SHORTEST_CODE; length <= LONGEST_CODE; length++) {
    const code = checkCode(content, length);
    if (taken.has(code)) continue;
    const entry = await store.get(codeKey(code));
    if (entry && readCodeTarget(entry) !== target) continue;
    taken.add(code);
    return { code, check: { key: codeKey(code), version: entry?.version ?? 0 } };
  }
  throw new Error("no free check code");
}
