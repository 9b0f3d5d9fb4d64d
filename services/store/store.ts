/** A stored value with the version its writer gave it. */
export interface Entry {
  readonly key: string;
  /** Plain JSON. */
  readonly value: unknown;
  /** Greater than every earlier version in this store; never used twice, not even after a delete. */
  readonly version: number;
}

/** Keys `from` (inclusive) up to `to` (exclusive), in byte order of UTF-8. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
  readonly limit?: number;
  readonly reverse?: boolean;
}

export interface Commit {
  /** Each names the version its reader saw; 0 = the key was absent. */
  readonly checks?: readonly { readonly key: string; readonly version: number }[];
  readonly puts?: readonly { readonly key: string; readonly value: unknown }[];
  readonly deletes?: readonly string[];
}

export interface CommitOptions {
  /** It has to outlive this process, not a power cut: the disk is not waited for. */
  readonly relaxed?: boolean;
}

/** All of a commit happened under one new version, or nothing did and `conflict` names the first key that had moved. */
export type CommitResult =
  | { readonly committed: true; readonly version: number }
  | { readonly committed: false; readonly conflict: string };

/** What keeps a store from being as lasting as deliveries need it: a setting of its server and the value it has. */
export interface StoreWarning {
  readonly setting: string;
  readonly found: string;
  readonly wanted: string;
}

/** Ordered keys, JSON values, atomic optimistic commits. Drivers: SQLite file, Redis. */
export interface Store {
  get(key: string): Promise<Entry | null>;
  /** In the order asked. */
  getMany(keys: readonly string[]): Promise<readonly (Entry | null)[]>;
  list(range: KeyRange): Promise<readonly Entry[]>;
  commit(commit: Commit, options?: CommitOptions): Promise<CommitResult>;
  /** What is amiss with how its server is set; without it nothing can be. Never rejects. */
  warnings?(): Promise<readonly StoreWarning[]>;
  /** Closes what the driver opened itself. */
  close(): Promise<void>;
}

/** The store cannot be reached or opened; `target` is safe to show (no password). */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
  readonly target: string;
  constructor(target: string, options?: { cause?: unknown }) {
    super(`store ${target} cannot be reached`, options);
    this.target = target;
  }
}

/** The range of all keys that begin with `prefix`. */
export function keysUnder(prefix: string): { readonly from: string; readonly to: string } {
  return { from: prefix, to: `${prefix}\u{10FFFF}` };
}
