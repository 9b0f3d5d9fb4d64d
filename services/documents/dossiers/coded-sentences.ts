import { dossierCodes } from "#services/documents/dossiers/dossier-code.ts";

export const isCoded = (text: string): boolean => dossierCodes(text).length > 0;

const SENTENCES = /(?<=[.;])\s+/u;
const IN_BRACKETS = /\s?\([^()]*\)/gu;
/** A line that begins so is a dossier's whole. */
const LONGEST_ORDINAL = 12;

/** A text without what it says of one citizen's dossier: the sentence, the brackets, or the line that begins with its code. */
export function withoutCoded(text: string): string {
  if (!isCoded(text)) return text;
  return text
    .replace(IN_BRACKETS, (part) => (isCoded(part) ? "" : part))
    .split("\n")
    .map(lineWithoutCoded)
    .filter((line) => line !== "")
    .join("\n");
}

function lineWithoutCoded(line: string): string {
  const [first] = dossierCodes(line);
  if (!first) return line;
  if (first.start <= LONGEST_ORDINAL) return "";
  return line
    .split(SENTENCES)
    .filter((sentence) => !isCoded(sentence))
    .join(" ");
}
