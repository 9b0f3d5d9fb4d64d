import type { UnitRef } from "#services/documents/marks/cast.ts";
import { groupBy } from "#services/group-by.ts";

const UNITS = "(?:don vi|xa|phuong|thi tran|dac khu|huyen|quan|thi xa|tinh|so)";
const NUMBER = String.raw`(?<![\d/.,])0?(\d{1,3})`;

/** "cả 15 xã", "tất cả 15 xã", "16/16 đơn vị", "kết quả của 15 xã, thị trấn": how many units there are in all. */
const WHOLES: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\p{L}])(?:ca|tat ca|toan bo|tong so|du) (?:cac )?${NUMBER} ${UNITS}(?!\p{L})`,
    "gu",
  ),
  new RegExp(String.raw`(?<![\d/.,])(\d{1,3})/\1 ${UNITS}(?!\p{L})`, "gu"),
  new RegExp(
    String.raw`(?<!\p{L})(?:ket qua|xep hang|danh sach)[^.;:]{0,80}? ${NUMBER} ${UNITS}(?!\p{L})(?![^.;:]{0,40} (?:co|dat|duoi|tren(?! dia ban)|chua|khong|dung|dan|xep)(?!\p{L}))`,
    "gu",
  ),
];

/** Whatever is said of fewer than so great a part of the rows, or of so many times more, is said of other units. */
const NEAR = 2;

/** A number of units that a text names, and the one that its tables list. */
export interface CountDiffering {
  readonly stated: number;
  readonly listed: number;
}

/** Where a text says how many units there are in all, and its tables list others. `texts` are folded. */
export function countsThatDiffer(
  texts: readonly string[],
  listed: readonly UnitRef[],
): readonly CountDiffering[] {
  const counts = countsOf(listed);
  const stated = new Set(texts.flatMap(wholesIn));
  return [...stated].flatMap((count): readonly CountDiffering[] => {
    if (counts.includes(count)) return [];
    const near = counts.filter((one) => one * NEAR >= count && count * NEAR >= one);
    const [closest] = near.sort((a, b) => Math.abs(a - count) - Math.abs(b - count));
    return closest === undefined ? [] : [{ stated: count, listed: closest }];
  });
}

const wholesIn = (text: string): readonly number[] =>
  WHOLES.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => Number(match[1])));

/** All rows that can be meant by a count: all, those of one scope, with departments or without. */
function countsOf(listed: readonly UnitRef[]): readonly number[] {
  const areas = listed.filter(({ kind }) => kind !== "department");
  const scopes = [...groupBy(listed, ({ scope }) => scope).values()];
  const areasOfScopes = [...groupBy(areas, ({ scope }) => scope).values()];
  const departments = listed.length - areas.length;
  return [
    listed.length,
    areas.length,
    departments,
    ...[...scopes, ...areasOfScopes].map((one) => one.length),
  ].filter((count) => count > 0);
}
