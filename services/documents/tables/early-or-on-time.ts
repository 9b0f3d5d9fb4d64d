import { type Column, isFigures } from "#services/documents/tables/column.ts";
import { fold } from "#services/text/fold.ts";

/** What is done on time includes what is done early. */
const INCLUDING: ReadonlySet<string> = new Set(["dossiers-on-time", "on-time-rate"]);
const EARLY = /(?<!\p{L})(?:truoc|som) (?:thoi )?han(?!\p{L})/u;

/** "Đúng hạn" beside "Trước hạn" is only what was done on the last day: no figure that is kept. */
export function withoutLatter(columns: readonly Column[], heads: readonly string[]): readonly Column[] {
  const folded = heads.map((head) => fold(head).replace(/\s+/gu, " "));
  const early = folded.filter((head) => EARLY.test(head) && !head.includes("dung han"));
  return columns.map((column, i) => {
    const head = folded[i] ?? "";
    if (!isFigures(column) || !INCLUDING.has(column.indicator.id) || EARLY.test(head)) return column;
    const isLatter = early.some((other) => isRate(other) === isRate(head));
    return isLatter ? { role: "unknown" } : column;
  });
}

const isRate = (head: string): boolean => /%|ty le|ti le/u.test(head);
