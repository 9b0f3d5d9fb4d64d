import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import { type ChatId, StoredChatId } from "#services/ids.ts";
import { isWithin } from "#services/is-within.ts";
import { Refusal } from "#services/refusal.ts";
import { type HeldRole, StoredRole } from "#services/rights/roles.ts";
import { createCollection } from "#services/store/collection.ts";
import { type Attempt, commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Store } from "#services/store/store.ts";
import { CODE_DIGITS, readDigits, toDigits } from "#services/text/code-digits.ts";

/** What a code is good for: a role for a unit, the settings of the group it is entered in, somebody's post. */
export type CodePurpose =
  | { readonly kind: "role"; readonly role: "officer" | "editor"; readonly unit: string }
  | { readonly kind: "group" }
  | {
      readonly kind: "post";
      /** Whose roles are handed over, and what the person's own chat is subscribed to. */
      readonly person: ChatId;
      readonly chat: ChatId;
      readonly roles: readonly HeldRole[];
    };

/** A code as it was given out. */
export interface Issued {
  readonly id: string;
  readonly purpose: CodePurpose;
  readonly by: string;
}

export interface IssuedCode {
  /** "K7M2-9QXD". */
  readonly code: string;
  /** ISO. */
  readonly until: string;
}

const CODE_LASTS_DAYS = 7;
/** 40 bits: nobody guesses one at five tries a quarter of an hour. */
const DIGITS = 8;
const MOST_WRONG = 5;
const WRONG_WINDOW_MS = 15 * 60_000;

const Purpose = z.discriminatedUnion("kind", [
  StoredRole.extend({ kind: z.literal("role") }),
  z.object({ kind: z.literal("group") }),
  z.object({
    kind: z.literal("post"),
    person: StoredChatId,
    chat: StoredChatId,
    roles: z.array(StoredRole),
  }),
]);
const Stored = z.object({ purpose: Purpose, by: z.string(), until: z.string() });
type Kept = Omit<Issued, "id"> & { readonly until: string };
const Wrong = z.object({ count: z.number(), since: z.number() });

export interface CodesOptions {
  readonly store: Store;
  readonly clock: () => Date;
  readonly random?: (bytes: number) => Uint8Array;
}

export type Codes = ReturnType<typeof createCodes>;

/** One-time codes by which operators hand out rights without knowing a person's id. Only their hashes are stored. */
export function createCodes({ store, clock, random = randomBytes }: CodesOptions) {
  const codes = createCollection<Kept>({ store, prefix: "rights/codes", version: 1, schema: Stored });
  const wrong = createCollection({ store, prefix: "rights/wrong", version: 1, schema: Wrong });

  return {
    /** Makes a code; those it `replaces` are good no longer. */
    async issue(
      purpose: CodePurpose,
      by: string,
      replaces: (purpose: CodePurpose) => boolean = () => false,
    ): Promise<IssuedCode> {
      const digits = toDigits(random(DIGITS));
      const now = clock().getTime();
      const until = new Date(now + CODE_LASTS_DAYS * 24 * 3600_000).toISOString();
      const over = (await codes.list()).filter(
        ({ value }) => Date.parse(value.until) <= now || replaces(value.purpose),
      );
      await store.commit({
        puts: [codes.put(hash(digits), { purpose, by, until })],
        deletes: over.map(({ id }) => codes.key(id)),
      });
      return { code: `${digits.slice(0, 4)}-${digits.slice(4)}`, until };
    },

    /** Makes codes good no longer; answers how many. */
    async withdraw(meant: (purpose: CodePurpose) => boolean): Promise<number> {
      const { outcome } = await commitUntilFree(store, async () => {
        const found = (await codes.list()).filter(({ value }) => meant(value.purpose));
        const checks = found.map((item) => codes.check(item.id, item));
        const deletes = found.map(({ id }) => codes.key(id));
        return { commit: { checks, deletes }, outcome: found.length };
      });
      return outcome;
    },

    /**
     * Uses a code up, together with what `grant` commits for it, and answers its outcome. Rejects with the Refusals
     * "too-many-tries", "wrong-code" (unknown, used or expired), and with those of `grant`, which leave the code unused.
     */
    async redeem<T>(
      digits: string,
      person: ChatId,
      grant: (issued: Issued) => Promise<Attempt<T>>,
    ): Promise<T> {
      await expectPatience(person);
      const { outcome } = await commitUntilFree<{ readonly granted: T } | null>(store, async () => {
        const item = await codes.get(hash(digits));
        if (!item || Date.parse(item.value.until) <= clock().getTime()) return { commit: {}, outcome: null };
        const { commit, outcome: granted } = await grant({ id: item.id, ...item.value });
        const used = { checks: [codes.check(item.id, item)], deletes: [codes.key(item.id)] };
        return { commit: joined([used, commit]), outcome: { granted } };
      });
      if (outcome) return outcome.granted;
      await countWrong(person);
      throw new Refusal("wrong-code", {});
    },
  };

  async function expectPatience(person: ChatId): Promise<void> {
    const tries = (await wrong.get(person))?.value;
    const now = clock().getTime();
    if (!tries || tries.count < MOST_WRONG || !isWithin(WRONG_WINDOW_MS, tries.since, now)) return;
    const left = tries.since + WRONG_WINDOW_MS - now;
    throw new Refusal("too-many-tries", { minutes: Math.ceil(left / 60_000) });
  }

  async function countWrong(person: ChatId): Promise<void> {
    const now = clock().getTime();
    await wrong.update(person, (tries) =>
      tries && isWithin(WRONG_WINDOW_MS, tries.since, now)
        ? { ...tries, count: tries.count + 1 }
        : { count: 1, since: now },
    );
  }
}

/** What a person typed as a code, or null: "k7m2 9qxd" → "K7M29QXD". */
export function readOneTimeCode(typed: string): string | null {
  const digits = readDigits(typed).replace(/[\s–-]/gu, "");
  return new RegExp(`^[${CODE_DIGITS}]{${DIGITS}}$`, "u").test(digits) ? digits : null;
}

function hash(digits: string): string {
  return createHash("sha256").update(digits).digest("hex");
}
