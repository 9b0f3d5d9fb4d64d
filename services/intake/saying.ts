import type { Importer } from "#services/documents/importer.ts";
import type { createPapers, Held } from "#services/intake/papers.ts";
import type { Preview } from "#services/intake/preview.ts";
import { chatOf, type Paper } from "#services/intake/stored-intake.ts";
import { asksToReadAgain, givenBy } from "#services/intake/words/given-by.ts";
import type { PersonsWord, Said } from "#services/sheets/persons-word.ts";
import type { Item } from "#services/store/collection.ts";
import { joined } from "#services/store/joined.ts";
import type { Store } from "#services/store/store.ts";

export interface SayingOptions {
  readonly store: Store;
  readonly papers: ReturnType<typeof createPapers>;
  readonly importer: Pick<Importer, "readAgain">;
  readonly clock: () => Date;
}

/** What persons say of papers that wait; the code of what was shown before names nothing any more. */
export function createSaying({ store, papers, importer, clock }: SayingOptions) {
  /** Keeps a paper with other words. Rejects with DocumentRefused; null = somebody else was quicker. */
  async function reword(
    item: Item<Paper>,
    words: readonly PersonsWord[],
    isReadAgain: boolean,
  ): Promise<Preview | null> {
    const held = isReadAgain ? await readAgain(item.value, words) : item.value;
    const paper = { ...heldOf(held), words };
    const preview = await papers.previewOf({ ...paper, by: item.value.by });
    const commit = joined([papers.ending(item), papers.keeping(chatOf(item.id), { ...paper, preview })]);
    const { committed } = await store.commit(commit);
    return committed ? preview : null;
  }

  async function readAgain(paper: Paper, words: readonly PersonsWord[]): Promise<Held> {
    const { neutral, document } = paper;
    if (neutral === null) return paper;
    const { extraction } = await importer.readAgain({ neutral, hash: document.hash }, givenBy(words));
    return { ...paper, document: { ...document, extraction } };
  }

  return {
    /** Takes what a person says of a paper; null = there is none of that code. Rejects with DocumentRefused. */
    async say(chat: string, code: string, by: string, said: readonly Said[]): Promise<Preview | null> {
      const item = await papers.find(chat, code);
      if (!item) return null;
      const at = laterThan(item.value.words, clock());
      const words = [...item.value.words, ...said.map((one): PersonsWord => ({ ...one, by, at }))];
      return reword(item, words, asksToReadAgain(said));
    },

    /** Takes back what was said last, all of one message; null = there is no paper of that code. */
    async takeBack(chat: string, code: string): Promise<Preview | null> {
      const item = await papers.find(chat, code);
      if (!item) return null;
      const last = item.value.words.at(-1)?.at;
      const words = item.value.words.filter(({ at }) => at !== last);
      const taken = item.value.words.filter(({ at }) => at === last);
      return reword(item, words, asksToReadAgain(taken));
    },
  };
}

/** Two messages of one moment are told apart. */
function laterThan(words: readonly PersonsWord[], now: Date): string {
  const last = words.at(-1)?.at;
  const next = last === undefined ? 0 : Date.parse(last) + 1;
  return new Date(Math.max(now.getTime(), next)).toISOString();
}

export const heldOf = ({ document, neutral, name, album, words, parts }: Held): Held => ({
  document,
  neutral,
  name,
  album,
  words,
  parts,
});
