import type { ChatId } from "#services/ids.ts";
import { Refusal } from "#services/refusal.ts";
import type { CodePurpose, Codes, IssuedCode } from "#services/rights/codes.ts";
import {
  createGranting,
  type GrantingOptions,
  type Redeemed,
  type Taker,
} from "#services/rights/granting.ts";
import { createHandovers } from "#services/rights/handovers.ts";
import type { Grant } from "#services/rights/rights.ts";
import type { Store } from "#services/store/store.ts";
import type { Subscription } from "#services/subscriptions/subscription.ts";

/** What a person answers for. */
export interface Post {
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Of the person's own chat. */
  readonly subscriptions: readonly Subscription[];
}

export interface PostsOptions extends Omit<GrantingOptions, "handovers"> {
  readonly store: Store;
  readonly codes: Codes;
  readonly ring: () => Promise<void>;
}

export type Posts = ReturnType<typeof createPosts>;

/** Posts and those who hold them: taken up and handed over by one-time codes, each in one commit. */
export function createPosts(options: PostsOptions) {
  const { store, rights, codes, subscriptions, ring } = options;
  const handovers = createHandovers(store);
  const granting = createGranting({ ...options, handovers });

  async function held(person: ChatId, chat: ChatId): Promise<Post> {
    return {
      name: await rights.nameOf(person),
      grants: await rights.grantsOf(person),
      subscriptions: await subscriptions.ofChat(chat),
    };
  }

  return {
    handover: handovers.get,
    handovers: handovers.latest,

    /**
     * A code by which somebody else takes over what a person holds; an earlier one is good no longer. Rejects with the
     * Refusal "nothing-held".
     */
    async offer(person: ChatId, chat: ChatId, by: string): Promise<IssuedCode & { readonly post: Post }> {
      const post = await held(person, chat);
      if (post.grants.length + post.subscriptions.length === 0) {
        throw new Refusal("nothing-held", { person: person === by ? null : person });
      }
      const roles = post.grants.map(({ role, unit }) => ({ role, unit }));
      const issued = await codes.issue({ kind: "post", person, chat, roles }, by, isPostOf(person));
      return { ...issued, post };
    },

    /** False = there was no code to call back. */
    async withdraw(person: ChatId): Promise<boolean> {
      return (await codes.withdraw(isPostOf(person))) > 0;
    },

    /**
     * Uses a code up. Rejects with the Refusals of codes, "code-for-group", "private-only", "own-post" and
     * "post-is-gone".
     */
    async redeem(digits: string, taker: Taker): Promise<Redeemed> {
      const redeemed = await codes.redeem(digits, taker.person, (issued) => granting(issued, taker));
      if (redeemed.kind === "post") await ring();
      return redeemed;
    },
  };
}

const isPostOf =
  (person: ChatId) =>
  (purpose: CodePurpose): boolean =>
    purpose.kind === "post" && purpose.person === person;
