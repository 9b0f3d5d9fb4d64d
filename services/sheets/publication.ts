import type { Period } from "#services/periods/period.ts";
import { checkCode, LONGEST_CODE, SHORTEST_CODE } from "#services/sheets/check-code.ts";
import { changesAnything, compareObservations, documentsInUse, overlay } from "#services/sheets/overlay.ts";
import type { Observation, Sheet, SourceDocument } from "#services/sheets/sheet.ts";
import { encodeSheet } from "#services/sheets/sheet-codec.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";
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
export interface Stamp {
  readonly sample: boolean;
  readonly createdAt: string;
}

/** The sheets that drafts amount to, and the commit that stores them if nobody else publishes in between. */
export interface Publication {
  readonly sheets: readonly Sheet[];
  readonly checks: NonNullable<Commit["checks"]>;
  readonly puts: NonNullable<Commit["puts"]>;
}

export async function planPublication(
  store: Store,
  drafts: readonly SheetDraft[],
  stamp: Stamp,
): Promise<Publication> {
  const taken = new Set<string>();
  const made: Publication[] = [];
  for (const draft of mergeDrafts(drafts)) made.push(await planSheet(store, draft, stamp, taken));
  return {
    sheets: made.flatMap((one) => one.sheets),
    checks: made.flatMap((one) => one.checks),
    puts: made.flatMap((one) => one.puts),
  };
}

/** All drafts of one sheet: documents may speak of the same scope and period in several places. */
interface MergedDraft {
  readonly scope: string;
  readonly period: Period;
  readonly observations: readonly Observation[];
  readonly documents: readonly SourceDocument[];
  readonly complete: boolean;
}

function mergeDrafts(drafts: readonly SheetDraft[]): readonly MergedDraft[] {
  const merged = new Map<string, MergedDraft>();
  for (const { scope, period, observations, document, complete } of drafts) {
    const key = currentKey(scope, period);
    const first = merged.get(key);
    merged.set(key, {
      scope,
      period,
      observations: [...(first?.observations ?? []), ...observations],
      documents: [...(first?.documents ?? []), document],
      complete: complete || first?.complete === true,
    });
  }
  return [...merged.values()];
}

async function planSheet(
  store: Store,
  draft: MergedDraft,
  stamp: Stamp,
  taken: Set<string>,
): Promise<Publication> {
  const pointer = await store.get(currentKey(draft.scope, draft.period));
  const checks = [{ key: currentKey(draft.scope, draft.period), version: pointer?.version ?? 0 }];
  const head = pointer && readHead(pointer);
  const stored = head && (await store.get(versionKey(head.scope, head.period, head.version)));
  const before = stored && builtUpon(readSheet(stored), stamp);

  const observations = overlay(before, draft);
  const changes = compareObservations(before?.observations ?? [], observations);
  if (!changesAnything(changes)) return { sheets: [], checks, puts: [] };

  const documents = documentsInUse(observations, [...(before?.documents ?? []), ...draft.documents]);
  const { scope, period } = draft;
  const body = { scope, period, version: (before?.version ?? 0) + 1, observations };
  const key = versionKey(scope, period, body.version);
  const code = await freeCode(store, JSON.stringify(body), key, taken);
  const sheet: Sheet = { ...body, ...stamp, documents, checkCode: code.code };
  const puts = [
    { key, value: encodeSheet(sheet) },
    { key: currentKey(scope, period), value: headOf(sheet) },
    { key: codeKey(code.code), value: { v: 1, version: key } },
  ];
  return { sheets: [sheet], checks: [...checks, code.check], puts };
}

/** The sheet a new version is laid over: real results never build upon sample ones. */
export function builtUpon(current: Sheet | null, { sample }: Pick<Stamp, "sample">): Sheet | null {
  return current?.sample === sample ? current : null;
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
