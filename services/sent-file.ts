import { clean } from "#services/text/clean.ts";

/** A file that somebody sent in a chat; its bytes are fetched when they are asked for, and kept nowhere. */
export interface SentFile {
  /** As its sender named it; may be empty, and may lie. */
  readonly name: string;
  /** In bytes, as its platform says; null = it does not say. */
  readonly size: number | null;
  /** Rejects with DocumentRefused. */
  bytes(): Promise<Uint8Array>;
}

/** A name as it is read everywhere inside: cleaned, and one line. */
export const cleanName = (name: string): string => clean(name).replace(/\s+/gu, " ").trim();
