/** Characters of a name; three bytes each at most, so that the name fits every file system. */
const LONGEST_NAME = 60;
const NUMBER_DIGITS = 3;

/** "Báo cáo.docx", 2 → "002 Báo cáo.docx": the name a file is kept under, whatever it is called. */
export function savedName(name: string, part: number): string {
  const harmless = name.replace(/[/\\:*?"<>|\p{C}]/gu, "_");
  const short = [...harmless].slice(-LONGEST_NAME).join("");
  return `${String(part).padStart(NUMBER_DIGITS, "0")} ${short}`;
}

/** "002 Báo cáo.docx" → "Báo cáo.docx". */
export function sentName(saved: string): string {
  return saved.slice(NUMBER_DIGITS + 1);
}
