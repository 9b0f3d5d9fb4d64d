import type { Alert } from "#services/alerts/alert.ts";
import type { AlertOwingOptions } from "#services/alerts/owing.ts";
import type { Silences } from "#services/alerts/silences.ts";
import type { NewDelivery } from "#services/delivery/owing.ts";
import type { ChatId } from "#services/ids.ts";
import { localDate } from "#services/periods/calendar.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";

export interface RemindingOptions extends AlertOwingOptions {
  readonly silences: Pick<Silences, "test">;
  /** Rings for the deliveries just written. */
  readonly ring: () => Promise<void>;
}

export interface Reminded {
  /** Units the reminder is about. */
  readonly units: number;
  /** Chats reminded now, and all that were told of those units and can be written to. */
  readonly now: number;
  readonly of: number;
}

/**
 * Reminds the chats that were told of alerts nobody has seen, each in one message, once a day and scope. Rejects with
 * StoreUnavailable.
 */
export function createReminding(options: RemindingOptions) {
  const { store, ledger, addressed, timeZone, quietUntil, silences, ring, clock } = options;

  async function messagesFor(scope: string, alerts: readonly Alert[]): Promise<readonly NewDelivery[]> {
    const numbers = new Map<ChatId, number[]>();
    for (const { number, told } of alerts) {
      for (const chat of told) numbers.set(chat, [...(numbers.get(chat) ?? []), number]);
    }
    const notBefore = quietUntil(clock())?.getTime() ?? 0;
    return addressed({
      cause: `alerts-reminder/${scope}/${localDate(clock(), timeZone)}`,
      to: [...numbers].map(([chat, own]) => ({
        chat,
        recipe: { kind: "alerts-reminder", scope, alerts: own },
        notBefore,
      })),
      guarantee: "at-least-once",
    });
  }

  return async (scope: string, alerts: readonly Alert[]): Promise<Reminded> => {
    const isSilent = await silences.test();
    const meant = alerts.filter(({ unit, rule }) => !isSilent(unit, rule));
    const units = new Set(meant.map(({ unit }) => unit)).size;
    const { outcome } = await commitUntilFree(store, async () => {
      const messages = await messagesFor(scope, meant);
      const { owed, ...commit } = await ledger.owe(messages);
      return { commit, outcome: { units, now: owed, of: messages.length } };
    });
    if (outcome.now > 0) await ring();
    return outcome;
  };
}
