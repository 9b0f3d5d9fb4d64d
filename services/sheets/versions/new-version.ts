import type { Period } from "#services/periods/period.ts";
import { checkCode, LONGEST_CODE, SHORTEST_CODE } from "#services/sheets/check-code.ts";
import { changesAnything, compareObservations } from "#services/sheets/overlay.ts";
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

/** The sheet a new version is laid over: real results never build upon sample ones. */
export function builtUpon(current: Sheet | null, { sample }: Pick<Stamp, "sample">): Sheet | null {
  return current?.sample === sample ? current : null;
}

/** What a version holds, and the older one it holds again; null = it is made of a document. */
export type Content = Pick<Sheet, "observations" | "documents" | "restores">;

/** What is wished for of one sheet. */
export interface Wish {
  readonly scope: string;
  readonly period: Period;
}

/**
 * The versions after the current ones, each as `contentOver` makes its content; a sheet whose figures would stay as
 * they are gets none. null = there is no content for one of them.
 */
export async function nextVersions<W extends Wish>(
  store: Store,
  wishes: readonly W[],
  stamp: Stamp,
  contentOver: (before: Sheet | null, wish: W) => Content | null | Promise<Content | null>,
): Promise<Publication | null> {
  const taken = new Set<string>();
  const made: Publication[] = [];
  for (const wish of wishes) {
    const { current, check } = await seenCurrent(store, wish);
    const before = builtUpon(current, stamp);
    const content = await contentOver(before, wish);
    if (!content) return null;
    made.push({ sheets: [], checks: [check], puts: [] });
    if (!isOther(content, before)) continue;
    const { scope, period } = wish;
    const body = { scope, period, version: (before?.version ?? 0) + 1, ...content, ...stamp };
    made.push(await asCurrent(store, body, taken));
  }
  return {
    sheets: made.flatMap(({ sheets }) => sheets),
    checks: made.flatMap(({ checks }) => checks),
    puts: made.flatMap(({ puts }) => puts),
  };
}

const isOther = ({ observations }: Content, before: Sheet | null): boolean =>
  changesAnything(compareObservations(before?.observations ?? [], observations));

/** The current sheet, and the check that it still is. */
async function seenCurrent(store: Store, { scope, period }: Wish) {
  const key = currentKey(scope, period);
  const pointer = await store.get(key);
  const version = pointer && readHead(pointer).version;
  const stored = version && (await store.get(versionKey(scope, period, version)));
  return { current: stored ? readSheet(stored) : null, check: { key, version: pointer?.version ?? 0 } };
}

/** A version made the current one, with its check code; `taken`: codes given in the same publication. */
async function asCurrent(
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
