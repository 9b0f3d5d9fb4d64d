/** One change of a property: its number and where its value stands ([MS-DOC] 2.2.5.1: Sprm). */
export interface Sprm {
  readonly code: number;
  readonly view: DataView;
  readonly at: number;
  readonly size: number;
}

const TABLE_DEFINITION = 0xd608;
const SIZES = [1, 1, 2, 4, 2, 2, null, 3] as const;

/** The changes of properties that lie between two places. */
export function sprmsIn(view: DataView, from: number, to: number): readonly Sprm[] {
  const sprms: Sprm[] = [];
  for (let at = from; at + 2 < to; ) {
    const code = view.getUint16(at, true);
    const fixed = SIZES[code >> 13] ?? null;
    const [start, size] = fixed === null ? variable(view, code, at + 2) : [at + 2, fixed];
    if (start + size > to) break;
    sprms.push({ code, view, at: start, size });
    at = start + size;
  }
  return sprms;
}

/** The length of a table's definition takes two bytes, and counts one more than there are. */
function variable(view: DataView, code: number, at: number): readonly [number, number] {
  if (code === TABLE_DEFINITION) return [at + 2, Math.max(0, view.getUint16(at, true) - 1)];
  return [at + 1, view.getUint8(at)];
}

/** The number that was set last; 0 = none was. */
export function valueIn(sprms: readonly Sprm[], code: number): number {
  const sprm = sprms.findLast((each) => each.code === code);
  if (!sprm) return 0;
  if (sprm.size === 1) return sprm.view.getUint8(sprm.at);
  return sprm.size === 2 ? sprm.view.getUint16(sprm.at, true) : sprm.view.getUint32(sprm.at, true);
}
