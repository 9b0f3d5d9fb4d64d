import type { Chats } from "#services/chats/chats.ts";
import type { Addressed } from "#services/delivery/addressing.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import type { ChatId } from "#services/ids.ts";
import { Refusal } from "#services/refusal.ts";
import type { CodePurpose, Issued } from "#services/rights/codes.ts";
import type { Handover, Handovers } from "#services/rights/handovers.ts";
import type { GivenRole, Rights } from "#services/rights/rights.ts";
import type { Attempt } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit } from "#services/store/store.ts";
import { kindsOf, type SubscriptionKind } from "#services/subscriptions/subscription.ts";
import type { Subscriptions } from "#services/subscriptions/subscriptions.ts";
import type { Units } from "#services/units/units.ts";

/** Whoever enters a code, and where. */
export interface Taker {
  readonly person: ChatId;
  readonly name: string;
  readonly chat: ChatId;
  /** The group where the chat is a topic, else the chat. */
  readonly wholeChat: ChatId;
  readonly chatKind: "private" | "group";
}

/** What a code was good for. */
export type Redeemed =
  /** `kinds`: what the officer's own chat hears of the unit from now on; empty = nothing new. */
  | {
      readonly kind: "role";
      readonly role: GivenRole;
      readonly unit: string;
      readonly kinds: readonly SubscriptionKind[];
    }
  | { readonly kind: "group" }
  | { readonly kind: "post"; readonly handover: Handover };

export interface GrantingOptions {
  readonly units: Pick<Units, "get">;
  readonly rights: Rights;
  readonly chats: Chats;
  readonly subscriptions: Subscriptions;
  readonly ledger: Pick<Ledger, "owe">;
  readonly handovers: Handovers;
  /** What a commit has to hold for a chat to hear, in another one's place, what becomes of what that one was told of. */
  readonly passing: (from: ChatId, to: ChatId) => Promise<Commit>;
  readonly addressed: Addressed;
  readonly clock: () => Date;
}

type Purpose<K extends CodePurpose["kind"]> = Extract<CodePurpose, { kind: K }>;

/** What a code gives to whoever enters it, as one commit. */
export function createGranting(options: GrantingOptions) {
  const { units, rights, chats, subscriptions, ledger, addressed, handovers, passing, clock } = options;

  async function role({ role, unit }: Purpose<"role">, by: string, taker: Taker): Promise<Attempt<Redeemed>> {
    const { person, name, chat, chatKind } = taker;
    const given = await rights.giving(person, name, { role, unit, by });
    const followed = role === "officer" && chatKind === "private" ? units.get(unit) : undefined;
    const kinds = followed ? kindsOf(followed) : [];
    const { commit, outcome } = await subscriptions.adding({ chat, unit, kinds, by: person });
    return { commit: joined([given, commit]), outcome: { kind: "role", role, unit, kinds: outcome } };
  }

  async function group({ person, wholeChat, chatKind }: Taker): Promise<Attempt<Redeemed>> {
    if (chatKind === "private") throw new Refusal("code-for-group", {});
    return { commit: await chats.admitting(wholeChat, person), outcome: { kind: "group" } };
  }

  async function post(
    purpose: Purpose<"post">,
    { id, by }: Issued,
    taker: Taker,
  ): Promise<Attempt<Redeemed>> {
    if (taker.chatKind !== "private") throw new Refusal("private-only", { command: "quyen" });
    if (taker.person === purpose.person) throw new Refusal("own-post", {});
    const roles = await rights.passing(purpose.person, taker, purpose.roles, by);
    const heard = await subscriptions.passing(purpose.chat, taker.chat, taker.person);
    if (roles.outcome.length + heard.outcome.length === 0) throw new Refusal("post-is-gone", {});
    const at = clock().toISOString();
    const handover: Handover = {
      id: `${at}/${id}`,
      at,
      by,
      from: purpose.person,
      to: taker.person,
      fromName: await rights.nameOf(purpose.person),
      toName: taker.name,
      roles: roles.outcome.map(({ role, unit }) => ({ role, unit })),
      subscriptions: heard.outcome.map(({ unit, kind }) => ({ unit, kind })),
    };
    const told = await telling(purpose.chat, handover);
    const goingOn = await passing(purpose.chat, taker.chat);
    return {
      commit: joined([roles.commit, heard.commit, goingOn, handovers.keeping(handover), told]),
      outcome: { kind: "post", handover },
    };
  }

  /** The giver hears who took over, unless the bot is blocked there. */
  async function telling(chat: ChatId, { id }: Handover): Promise<Commit> {
    const owed = await addressed({
      cause: `handover/${id}`,
      to: [{ chat, recipe: { kind: "notice", notice: "handed-over", facts: { handover: id } } }],
      guarantee: "at-least-once",
    });
    return ledger.owe(owed);
  }

  return (issued: Issued, taker: Taker): Promise<Attempt<Redeemed>> => {
    const { purpose, by } = issued;
    if (purpose.kind === "role") return role(purpose, by, taker);
    return purpose.kind === "group" ? group(taker) : post(purpose, issued, taker);
  };
}
