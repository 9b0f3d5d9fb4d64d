import type { Begun, Left, StoredHeard } from "#services/journal/heard.ts";

interface Page {
  readonly name: string;
  readonly items: readonly StoredHeard[];
  readonly begun: readonly (readonly [string, Begun])[];
}

interface OpenPage {
  readonly name: string;
  readonly open: Map<string, StoredHeard>;
  /** Done, but still on the page as it is stored. */
  readonly done: Set<string>;
}

/** So many are done on a page before it is written anew without them. */
const MOST_DONE = 20;

/** What a holder has noted and not done, page by page, as it is or is about to be stored. */
export function createOpenPages() {
  const pages = new Map<string, OpenPage>();
  const pageOf = new Map<string, OpenPage>();
  const begun = new Map<string, Begun>();
  const finished = new Set<string>();
  let named = 0;

  return {
    /** A page that is not there before it is added. */
    draft(left: readonly Left[]): Page {
      named += 1;
      return {
        name: String(named).padStart(9, "0"),
        items: left.map(({ heard }) => heard),
        begun: left.flatMap(({ heard, begun: what }) => (what ? [[heard.id, what] as const] : [])),
      };
    },

    add({ name, items, begun: already }: Page): void {
      if (items.length === 0) return;
      const page = { name, open: new Map(items.map((one) => [one.id, one])), done: new Set<string>() };
      pages.set(name, page);
      for (const { id } of items) pageOf.set(id, page);
      for (const [id, what] of already) begun.set(id, what);
    },

    isOpen: (id: string) => pageOf.has(id),

    /** False when that is known already, or nothing of it is. What was carried out stays so when it is answered. */
    begin(id: string, what: Begun): boolean {
      if (!pageOf.has(id) || begun.has(id)) return false;
      begun.set(id, what);
      return true;
    },

    /** False when it was not open. */
    close(id: string): boolean {
      const page = pageOf.get(id);
      if (!page) return false;
      pageOf.delete(id);
      begun.delete(id);
      page.open.delete(id);
      page.done.add(id);
      if (page.open.size === 0) {
        pages.delete(page.name);
        finished.add(page.name);
      }
      return true;
    },

    progress: (more: Page["begun"]) => ({
      begun: [...begun, ...more].map(([id, what]): [string, Begun] => [id, what]),
      done: [...pages.values()].flatMap(({ done }) => (done.size < MOST_DONE ? [...done] : [])),
    }),

    /** Pages that end, and those to be written anew; `written` once they are. */
    changes() {
      const ended = [...finished];
      const full = [...pages.values()].filter(({ done }) => done.size >= MOST_DONE);
      const gone = full.map(({ done }) => [...done]);
      return {
        finished: ended,
        rewritten: full.map(({ name, open }) => ({ name, items: [...open.values()] })),
        written(): void {
          for (const name of ended) finished.delete(name);
          full.forEach(({ done }, i) => {
            for (const id of gone[i] ?? []) done.delete(id);
          });
        },
      };
    },

    forget(): void {
      pages.clear();
      pageOf.clear();
      begun.clear();
      finished.clear();
    },
  };
}
