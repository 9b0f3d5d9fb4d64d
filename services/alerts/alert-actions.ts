import { type Alert, isOpen } from "#services/alerts/alert.ts";
import type { StoredAlerts } from "#services/alerts/stored-alerts.ts";
import type { ChatId } from "#services/ids.ts";
import type { Item } from "#services/store/collection.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit, Store } from "#services/store/store.ts";

export interface AlertActionsOptions {
  readonly store: Store;
  readonly stored: StoredAlerts;
  /** Alerts of a unit, whichever sheet lists it. */
  readonly ofUnit: (unit: string) => Promise<readonly Item<Alert>[]>;
  readonly clock: () => Date;
}

/** What persons do to alerts, and what happens to chats. Everything rejects with StoreUnavailable. */
export function createAlertActions({ store, stored, ofUnit, clock }: AlertActionsOptions) {
  const now = (): string => clock().toISOString();

  /** Rewrites some alerts in one commit; answers those that changed. */
  async function rewrite(
    read: () => Promise<readonly Item<Alert>[]>,
    change: (alert: Alert) => Alert | null,
  ): Promise<readonly Alert[]> {
    const { outcome } = await commitUntilFree(store, async () => {
      const changed = (await read()).flatMap((seen) => {
        const after = change(seen.value);
        return after ? [{ seen, after }] : [];
      });
      const commit = joined(changed.map(({ seen, after }) => stored.write(after, seen)));
      return { commit, outcome: changed.map(({ after }) => after) };
    });
    return outcome;
  }

  /** What a commit has to hold for a chat to hear what becomes of alerts that another one was told of, in its place. */
  async function passing(from: ChatId, to: ChatId): Promise<Required<Commit>> {
    const told = (await stored.all()).filter(({ value }) => isOpen(value) && value.told.includes(from));
    return joined(
      told.map((seen) => {
        const chats = seen.value.told.map((chat) => (chat === from ? to : chat));
        return stored.write({ ...seen.value, told: [...new Set(chats)] }, seen);
      }),
    );
  }

  return {
    /** A person has seen what is open of a unit; answers the alerts that nobody had seen before. */
    acknowledge: (unit: string, by: string): Promise<readonly Alert[]> =>
      rewrite(
        () => ofUnit(unit),
        (alert) =>
          alert.state === "open"
            ? { ...alert, state: "acknowledged", acknowledged: { by, at: now() }, updatedAt: now() }
            : null,
      ),

    passing,

    /** A chat goes on under a new id: it hears there what becomes of alerts it was told of. May be called again. */
    async moveChat(from: ChatId, to: ChatId): Promise<void> {
      if (from === to) return;
      await commitUntilFree(store, async () => ({ commit: await passing(from, to), outcome: null }));
    },

    /**
     * What a commit has to hold that changes an open alert together with something else; null = there is none of that
     * number that is open.
     */
    async changing(
      number: number,
      change: (alert: Alert) => Alert,
    ): Promise<{ readonly commit: Required<Commit>; readonly after: Alert } | null> {
      const seen = await stored.byNumber(number);
      if (!seen || !isOpen(seen.value)) return null;
      const after = { ...change(seen.value), updatedAt: now() };
      return { commit: stored.write(after, seen), after };
    },
  };
}
