/**
 * One text of the parts a platform cut it into: a part that goes on in the middle of a sentence belongs to the same
 * line, anything else begins a new one.
 */
export function joinParts(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .reduce((whole, part, i, all) => {
      const before = all[i - 1];
      return before === undefined ? part : `${whole}${seam(before, part)}${part}`;
    }, "");
}

/** Marks behind which a line may end. */
const ENDS = '.;:!?…|”")]';
/** A word in small letters, or a figure that is no item of a list. */
const GOES_ON = /^\s*(?:\p{Ll}(?!\))|\d(?!\d?[.)]\s))/u;

function seam(before: string, after: string): string {
  const last = before.trimEnd().at(-1);
  const isCutInside = !(last && ENDS.includes(last)) && GOES_ON.test(after) && !isRow(after);
  return isCutInside ? " " : "\n";
}

/** "12\tXã Thủ Sỹ\t89,63" is the next row of a table. */
const isRow = (text: string): boolean => /^[^\n]*(?:\t|\||\s{3,})/u.test(text);
