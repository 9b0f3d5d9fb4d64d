import { createAlerts } from "#services/alerts/alerts.ts";
import { createBroadcasts } from "#services/broadcasts/broadcasts.ts";
import type { TellProgress } from "#services/broadcasts/progress.ts";
import { createQuotaGuard } from "#services/broadcasts/quota-guard.ts";
import type { ChatFollower } from "#services/chats/chat-lifecycle.ts";
import type { Chats, Locale } from "#services/chats/chats.ts";
import type { Allowances } from "#services/delivery/allowances.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import { createExplanations } from "#services/explanations/explanations.ts";
import type { ChatId } from "#services/ids.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { createRankingMemo } from "#services/results/rank-list.ts";
import { createCodes } from "#services/rights/codes.ts";
import { createPosts } from "#services/rights/posts.ts";
import type { Rights } from "#services/rights/rights.ts";
import { createFiring } from "#services/schedules/firing.ts";
import { createSchedules } from "#services/schedules/schedules.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import type { Store } from "#services/store/store.ts";
import { createFollowing } from "#services/subscriptions/following.ts";
import { createListeners } from "#services/subscriptions/listeners.ts";
import { createSubscriptions } from "#services/subscriptions/subscriptions.ts";
import type { Targets } from "#services/targets/targets.ts";
import { createReminders } from "#services/tasks/reminders.ts";
import type { Units } from "#services/units/units.ts";
import type { Workdays } from "#services/workdays/workdays.ts";

export interface DeliveriesOptions {
  readonly store: Store;
  readonly sheets: Sheets;
  readonly units: Units;
  readonly indicators: Indicators;
  readonly targets: Targets;
  readonly workdays: Workdays;
  readonly chats: Chats;
  readonly allowances: Allowances;
  readonly rights: Rights;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly approvers: 1 | 2;
  /** Sender ids, which are the operators' own chats too. */
  readonly operators: readonly ChatId[];
  /** Told when something is owed; whoever sends also looks by himself. */
  readonly ring?: () => Promise<void>;
  /** Takes in units that a publication, perhaps another process's, added. */
  readonly learn: () => Promise<void>;
  readonly clock: () => Date;
  /** Forgets what nobody came back to. */
  readonly sweep?: () => Promise<void>;
}

export type Deliveries = ReturnType<typeof createDeliveries>;

/** Who is to hear what, and the ledger of who did: everything about deliveries but the sending. */
export function createDeliveries(options: DeliveriesOptions) {
  const { store, operators, learn, ring = async () => {}, sweep = async () => {} } = options;
  const ledger = createLedger(options);
  const subscriptions = createSubscriptions(options);
  const schedules = createSchedules(options);
  const broadcasts = createBroadcasts({
    ...options,
    ledger,
    listeners: createListeners({ subscriptions, units: options.units }),
    ring,
    operators: async () => operators,
    standing: schedules.standing,
  });
  const quietUntil = options.workdays.nextQuietEnd;
  const alerts = createAlerts({
    ...options,
    reader: { ...options, memo: createRankingMemo() },
    ledger,
    subscriptions,
    following: createFollowing(options.units),
    notices: broadcasts.notices,
    quietUntil,
    ring,
  });
  const codes = createCodes(options);
  const { passing } = alerts;
  const posts = createPosts({ ...options, codes, subscriptions, ledger, passing, ring });
  const quotaGuard = createQuotaGuard({ ...options, ledger, announce: broadcasts.announce });
  const explanations = createExplanations({ ...options, alerts, ledger, quietUntil, ring });
  const fire = createFiring({ ...options, store, schedules, broadcasts, ledger, ring });
  const remind = createReminders({ ...options, subscriptions, ledger, ring });

  /** Chats that move take what they are owed with them; where the bot is put out, nothing is sent any more. */
  const follower: ChatFollower = {
    async moved(from, to) {
      await subscriptions.move(from, to);
      await alerts.moveChat(from, to);
      await ledger.moveChat(from, to);
      await ring();
    },
    async gone(chat) {
      await ledger.stopChat(chat);
    },
  };

  return {
    services: { ledger, subscriptions, codes, posts, schedules, broadcasts, alerts, explanations },
    follower,
    mute: quotaGuard.mute,

    /**
     * One look at publications, alerts, schedules, deadlines, progress and what platforms still let out. Rejects with
     * AggregateError once all had their turn: what is amiss with one holds up none of the others.
     */
    async look(tell: TellProgress): Promise<void> {
      const looks = [
        learn,
        alerts.tick,
        explanations.tick,
        () => broadcasts.tick(tell),
        fire,
        remind,
        quotaGuard.look,
        sweep,
      ];
      const failures: unknown[] = [];
      for (const one of looks) await one().catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw new AggregateError(failures, "a look failed");
    },
  };
}
