import type { ReceivedFile } from "#services/documents/document-reader.ts";
import { type MadeLetter, madeLetter } from "#test/support/made-letters/made-letter.ts";
import { createRandom, type Random } from "#test/support/random.ts";

export type Rows = readonly (readonly string[])[];

/** A paper as readers get it, and what is printed in the rows of its tables under their heads. */
export interface Paper {
  readonly name: string;
  readonly files: readonly ReceivedFile[];
  readonly tables: readonly Rows[];
}

/** Makes the papers of one format from letters of the seeds given. */
export type MakePapers = (seeds: readonly number[]) => Promise<readonly Paper[]>;

export const inOneFile = (name: string, bytes: Uint8Array, tables: readonly Rows[]): Paper => ({
  name,
  files: [{ name: "", bytes }],
  tables,
});

/** Letters written by a program at hand; `write` may vary what the letter leaves open. */
export const writtenAs =
  (write: (letter: MadeLetter, random: Random) => Uint8Array): MakePapers =>
  async (seeds) =>
    seeds.map((seed) => {
      const letter = madeLetter(seed);
      return inOneFile(`seed ${seed}`, write(letter, createRandom(seed)), [letter.body]);
    });
