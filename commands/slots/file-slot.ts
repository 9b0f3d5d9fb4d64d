import { cut, type Found, type Remainder } from "#commands/slots/remainder.ts";

export type FileKind = "xlsx" | "csv";

/** A paper to be read, or to be worked on. */
export type PaperKind = "pdf" | "docx";

/** How a kind of paper is typed behind a command. */
export const PAPER_WORDS: Readonly<Record<PaperKind, string>> = { pdf: "pdf", docx: "word" };

/** "pdf", "tệp word", "docx"; null = not said. */
export function findPaperKind(text: Remainder): Found<PaperKind | null> {
  const match = PAPER.exec(text.folded);
  if (!match) return [null, text];
  return [match.groups?.pdf === undefined ? "docx" : "pdf", cut(text, match)];
}

const PAPER = /(?<![\p{L}\d])(?:(?:file|tep|ban) )?(?:(?<pdf>pdf)|word|docx?)(?![\p{L}\d])/u;

/** How a kind is typed behind a command. */
export const FILE_WORDS: Readonly<Record<FileKind, string>> = { xlsx: "excel", csv: "csv" };

/** "csv", "tệp excel", "xlsx": the figures as a file; null = as an answer. */
export function findFileKind(text: Remainder): Found<FileKind | null> {
  const match = FILE.exec(text.folded);
  if (!match) return [null, text];
  return [match.groups?.csv === undefined ? "xlsx" : "csv", cut(text, match)];
}

const FILE = /(?<![\p{L}\d])(?:(?:file|tep|bang|dang) )?(?:(?<csv>csv)|excel|xlsx?)(?![\p{L}\d])/u;
