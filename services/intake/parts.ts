import { safeText } from "#services/documents/dossiers/safe-text.ts";
import { isClassified } from "#services/documents/letter/classified.ts";
import { textBlocks } from "#services/documents/readers/text-blocks.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import { joinParts } from "#services/intake/join-parts.ts";
import type { Part } from "#services/intake/stored-intake.ts";
import { fromLegacy } from "#services/text/legacy/legacy.ts";

/** Three of the longest letters; a whole province's table with all indicators has half of it. */
export const LONGEST_PAPER = 60_000;

/** What somebody pasted, as it may be kept: without the citizens that lists of dossiers name. */
export function partOf(message: string, text: string): Part {
  return { message, text: safeText(text) };
}

/** The parts with one of them in other words, and which of how many that is, from 1; null = it is none of them. */
export interface Replaced {
  readonly parts: readonly Part[];
  readonly at: number;
  readonly isSame: boolean;
}

export function replacedIn(parts: readonly Part[], part: Part): Replaced | null {
  const index = parts.findIndex(({ message }) => message === part.message);
  const before = parts[index];
  if (!before) return null;
  return { parts: parts.with(index, part), at: index + 1, isSame: before.text === part.text };
}

export const textOf = (parts: readonly Part[]): string => joinParts(parts.map(({ text }) => text));

/** UTF-16 units of all parts. */
export const lengthOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { text }) => sum + text.length, 0);

/** Throws DocumentRefused "classified". A stamp in a table copied without its marks is a line of its own. */
export function expectOpen(parts: readonly Part[]): void {
  const text = textOf(parts);
  const blocks = textBlocks(fromLegacy(text)?.text ?? text, { copiedTables: false });
  if (isClassified(blocks)) throw new DocumentRefused("classified");
}
