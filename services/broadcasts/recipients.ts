import { setImmediate } from "node:timers/promises";
import { type Broadcast, wentOut } from "#services/broadcasts/broadcast.ts";
import type { StoredBroadcasts } from "#services/broadcasts/stored-broadcasts.ts";
import { corrects } from "#services/broadcasts/what-changed.ts";
import type { Addressed } from "#services/delivery/addressing.ts";
import type { Recipe } from "#services/delivery/delivery.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import type { NewDelivery } from "#services/delivery/owing.ts";
import type { ChatId } from "#services/ids.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import type { Listeners } from "#services/subscriptions/listeners.ts";

export interface RecipientsOptions {
  readonly stored: StoredBroadcasts;
  readonly ledger: Pick<Ledger, "ofCause">;
  readonly listeners: Listeners;
  readonly addressed: Addressed;
  readonly sheets: Pick<Sheets, "version">;
}

export type Recipients = ReturnType<typeof createRecipients>;

/** The message a broadcast owes each chat, not yet in the ledger. */
export function createRecipients(options: RecipientsOptions) {
  const { stored, ledger, listeners, addressed, sheets } = options;

  /** The newest version each chat was sent, or may have been. */
  async function versionsByChat({ recipe }: Broadcast): Promise<ReadonlyMap<ChatId, number>> {
    const versions = new Map<ChatId, number>();
    for (const { value } of await stored.about(recipe.scope, recipe.period)) {
      if (value.recipe.version >= recipe.version || !wentOut(value)) continue;
      for (const { chat, state } of await ledger.ofCause(value.id)) {
        if (state !== "refused" && state !== "cancelled") versions.set(chat, value.recipe.version);
      }
    }
    return versions;
  }

  /** Which of some earlier versions said anything that no longer holds: a slip may be taken back. */
  async function correctedVersions({ recipe }: Broadcast, earlier: ReadonlySet<number>) {
    const { scope, period, version } = recipe;
    const corrected = new Set<number>();
    const now = await sheets.version(scope, period, version);
    for (const from of earlier) {
      const before = await sheets.version(scope, period, from);
      if (before && now && corrects(before, now)) corrected.add(from);
    }
    return corrected;
  }

  async function recipesByChat(broadcast: Broadcast): Promise<ReadonlyMap<ChatId, Recipe>> {
    const { recipe } = broadcast;
    if (recipe.kind === "correction") {
      const versions = [...(await versionsByChat(broadcast))];
      const corrected = await correctedVersions(broadcast, new Set(versions.map(([, from]) => from)));
      const told = versions.filter(([, from]) => corrected.has(from));
      return new Map(told.map(([chat, from]) => [chat, { ...recipe, from }]));
    }
    const followers = await listeners(recipe.scope, recipe.period);
    return new Map(followers.map(({ chat }) => [chat, recipe]));
  }

  /** Results go to who is subscribed, a correction to who was told what it corrects. In portions. */
  async function* of(broadcast: Broadcast): AsyncGenerator<readonly NewDelivery[]> {
    const recipes = [...(await recipesByChat(broadcast))];
    for (let from = 0; from < recipes.length; from += PORTION) {
      const portion = recipes.slice(from, from + PORTION);
      yield await addressed({
        cause: broadcast.id,
        to: portion.map(([chat, recipe]) => ({ chat, recipe })),
        guarantee: "at-most-once",
      });
      await setImmediate();
    }
  }

  return {
    of,

    /** How many chats a broadcast goes to, as things stand. */
    async count(broadcast: Broadcast): Promise<number> {
      let count = 0;
      for await (const portion of of(broadcast)) count += portion.length;
      return count;
    },
  };
}

/** Chats looked up, and deliveries written, at once: others get their turn in between. */
const PORTION = 500;
