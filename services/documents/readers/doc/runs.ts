import { append } from "#services/documents/readers/append.ts";
import { type Sprm, sprmsIn } from "#services/documents/readers/doc/sprms.ts";
import type { WordStreams } from "#services/documents/readers/doc/word-streams.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** Properties by the places of the main stream that they hold for. */
export type Runs = (offset: number) => readonly Sprm[];

interface Run {
  readonly from: number;
  readonly to: number;
  /** Where the properties stand; null = none are given. */
  readonly list: { readonly from: number; readonly to: number } | null;
}

const PAGE = 512;
const NONE: readonly Sprm[] = [];

/** Of paragraphs or of characters: both lie in pages of 512 bytes ([MS-DOC] 2.9.175 and 2.9.33: PapxFkp, ChpxFkp). */
export function readRuns({ main, table, data, place }: WordStreams, of: "paragraphs" | "characters"): Runs {
  const { from, to } = place(of);
  const count = Math.floor((to - from - 4) / 8);
  if (count > main.byteLength / PAGE) throw new DocumentRefused("damaged");
  const runs: Run[] = [];
  for (let i = 0; i < count; i += 1) {
    const page = PAGE * (table.getUint32(from + 4 * (count + 1) + 4 * i, true) & 0x3f_ffff);
    append(runs, runsOnPage(main, page, of));
  }
  runs.sort((a, b) => a.from - b.from);
  const known = new Map<Run, readonly Sprm[]>();
  return (offset) => {
    const run = runAt(runs, offset);
    if (!run?.list) return NONE;
    const sprms = known.get(run) ?? withLongOnes(sprmsIn(main, run.list.from, run.list.to), data);
    known.set(run, sprms);
    return sprms;
  };
}

const ELSEWHERE: ReadonlySet<number> = new Set([0x6645, 0x6646]);

/** A wide table's row has more properties than a page takes: they lie in a stream of their own. */
function withLongOnes(sprms: readonly Sprm[], data: DataView | null): readonly Sprm[] {
  return sprms.flatMap((sprm) => {
    if (!data || !ELSEWHERE.has(sprm.code)) return [sprm];
    const at = sprm.view.getUint32(sprm.at, true);
    return sprmsIn(data, at + 2, at + 2 + data.getUint16(at, true));
  });
}

function runsOnPage(main: DataView, page: number, of: "paragraphs" | "characters"): readonly Run[] {
  const count = main.getUint8(page + PAGE - 1);
  const entries = page + 4 * (count + 1);
  return Array.from({ length: count }, (_, i): Run => {
    const entry = entries + i * (of === "paragraphs" ? 13 : 1);
    const offset = 2 * main.getUint8(entry);
    return {
      from: main.getUint32(page + 4 * i, true),
      to: main.getUint32(page + 4 * (i + 1), true),
      list: offset === 0 ? null : listAt(main, page + offset, of),
    };
  });
}

/** A paragraph's list is told in words and begins with the number of its style. */
function listAt(main: DataView, at: number, of: "paragraphs" | "characters"): Run["list"] {
  const length = main.getUint8(at);
  if (of === "characters") return { from: at + 1, to: at + 1 + length };
  if (length > 0) return { from: at + 3, to: at + 2 * length };
  return { from: at + 4, to: at + 2 + 2 * main.getUint8(at + 1) };
}

function runAt(runs: readonly Run[], offset: number): Run | null {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run && offset >= run.from && offset < run.to ? run : null;
}
