import { type ZodType, z } from "zod";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { type Entry, type KeyRange, keysUnder, type Store } from "#services/store/store.ts";

/** What is stored under a key is not what this version of the program can read. */
export class StoredValueInvalid extends Error {
  override readonly name = "StoredValueInvalid";
  readonly key: string;
  constructor(key: string, options: { cause: unknown }) {
    super(`the value stored under ${key} cannot be read`, options);
    this.key = key;
  }
}

/** What is about to be stored under a key is not what its schema allows: a bug, caught before it harms anybody. */
export class ValueMalformed extends Error {
  override readonly name = "ValueMalformed";
  readonly key: string;
  constructor(key: string, options: { cause: unknown }) {
    super(`what was to be stored under ${key} is malformed`, options);
    this.key = key;
  }
}

export interface Item<T> {
  readonly id: string;
  readonly value: T;
  /** The version to name in a check. */
  readonly version: number;
}

/** Ids from `from` (inclusive) to `to` (exclusive) that begin with `under`; all by default. */
export interface IdRange {
  readonly under?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly reverse?: boolean;
}

/** Values of one kind, kept under `prefix/id`. Reading rejects with StoredValueInvalid or StoreUnavailable. */
export interface Collection<T> {
  get(id: string): Promise<Item<T> | null>;
  /** In the order asked. */
  getMany(ids: readonly string[]): Promise<readonly (Item<T> | null)[]>;
  /** In byte order of the ids. */
  list(range?: IdRange): Promise<readonly Item<T>[]>;
  /** The store's key of an id: what a commit deletes. */
  key(id: string): string;
  /** To be put by a commit. Throws ValueMalformed. */
  put(id: string, value: T): { readonly key: string; readonly value: unknown };
  /** To be checked by a commit: that the item is still the one read; null = that there still is none. */
  check(id: string, seen: Item<T> | null): { readonly key: string; readonly version: number };
  /** Replaces a value by what `change` makes of it, called again whenever somebody else wrote in between. */
  update(id: string, change: (value: T | null) => T | Promise<T>): Promise<Item<T>>;
}

export interface CollectionOptions<T> {
  readonly store: Store;
  readonly prefix: string;
  /** Raised whenever the stored form changes. */
  readonly version: number;
  readonly schema: ZodType<T>;
  /** What stands for a stored value that cannot be read; without it, or when it returns null, reading rejects. */
  readonly repair?: (data: unknown, error: StoredValueInvalid) => T | null;
}

/**
 * Keeps values of one kind in the store, each under an id, checked against a schema both ways. Changes that must happen
 * together are pieces of one commit: `check` what was read, `put` what it becomes.
 *
 * @example
 * const Vote = z.object({ yes: z.number() });
 * const votes = createCollection({ store, prefix: "votes", version: 1, schema: Vote });
 *
 * const seen = await votes.get("budget");
 * const vote = { yes: (seen?.value.yes ?? 0) + 1 };
 * await store.commit({ checks: [votes.check("budget", seen)], puts: [votes.put("budget", vote)] });
 */
export function createCollection<T>({ store, ...form }: CollectionOptions<T>): Collection<T> {
  const { toItem, toKeys, ...building } = createForm(form);
  const collection: Collection<T> = {
    ...building,

    async get(id) {
      const entry = await store.get(building.key(id));
      return entry && toItem(entry);
    },

    async getMany(ids) {
      const entries = await store.getMany(ids.map(building.key));
      return entries.map((entry) => entry && toItem(entry));
    },

    async list(range = {}) {
      return (await store.list(toKeys(range))).map(toItem);
    },

    async update(id, change) {
      const { version, outcome } = await commitUntilFree(store, async () => {
        const seen = await collection.get(id);
        const value = await change(seen?.value ?? null);
        const commit = { checks: [collection.check(id, seen)], puts: [collection.put(id, value)] };
        return { commit, outcome: value };
      });
      return { id, value: outcome, version };
    },
  };
  return collection;
}

/** How items look in the store. */
function createForm<T>({
  prefix,
  version,
  schema,
  repair = () => null,
}: Omit<CollectionOptions<T>, "store">) {
  const root = `${prefix}/`;
  const envelope = z.object({ v: z.literal(version), data: schema });

  function repaired({ key, value }: Entry, cause: unknown): T {
    const error = new StoredValueInvalid(key, { cause });
    const instead = repair(dataOf(value), error);
    if (instead === null) throw error;
    return instead;
  }

  return {
    key: (id: string) => root + id,
    put(id: string, value: T) {
      const { error } = schema.safeParse(value);
      if (error) throw new ValueMalformed(root + id, { cause: error });
      return { key: root + id, value: { v: version, data: value } };
    },
    check: (id: string, seen: Item<T> | null) => ({ key: root + id, version: seen?.version ?? 0 }),

    toKeys({ under = "", from, to, ...rest }: IdRange): KeyRange {
      const all = keysUnder(root + under);
      return {
        ...rest,
        from: from === undefined ? all.from : root + from,
        to: to === undefined ? all.to : root + to,
      };
    },

    toItem(entry: Entry): Item<T> {
      const parsed = envelope.safeParse(entry.value);
      const value = parsed.success ? (parsed.data.data as T) : repaired(entry, parsed.error);
      return { id: entry.key.slice(root.length), value, version: entry.version };
    },
  };
}

/** What an envelope holds, whichever its version. */
function dataOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "data" in value ? value.data : undefined;
}
