/** A line of values between marks; a value that holds the mark or quotes stands in quotes. null = it is none. */
export function delimitedCells(line: string, mark: "," | ";"): readonly string[] | null {
  if (!line.includes(mark)) return null;
  const parts = line.split('"');
  const isOutside = (i: number): boolean => i % 2 === 0;
  // Behind a mark of a sentence stands a space.
  if (parts.some((part, i) => isOutside(i) && part.includes(`${mark} `))) return null;
  return parts
    .map((part, i) => (isOutside(i) ? part.replaceAll(mark, "\n") : part))
    .join('"')
    .split("\n")
    .map(unquoted);
}

/** A value as it is meant, without the quotes that set it apart. */
export function unquoted(cell: string): string {
  const value = cell.trim();
  const isQuoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  return isQuoted ? value.slice(1, -1).replaceAll('""', '"').trim() : value;
}

/** Line breaks inside quotes as spaces. */
export function oneLineEach(text: string): string {
  let isQuoted = false;
  return text
    .split("\n")
    .map((line) => {
      if ((line.split('"').length - 1) % 2 === 1) isQuoted = !isQuoted;
      return isQuoted ? `${line} ` : `${line}\n`;
    })
    .join("");
}
