import type { BackgroundWork } from "#bot/delivering/heartbeat.ts";
import { homeOf } from "#bot/wiring/home-scope.ts";
import { createComingIn } from "#bot/wiring/parts/coming-in.ts";
import { createGoingOut } from "#bot/wiring/parts/going-out.ts";
import { groundOf, type ServicesOptions } from "#bot/wiring/parts/ground.ts";
import { createNationalPortal } from "#bot/wiring/parts/national-portal.ts";
import { createPeople } from "#bot/wiring/parts/people.ts";
import { createPublished } from "#bot/wiring/parts/published.ts";
import { createUnitLearning } from "#bot/wiring/parts/unit-learning.ts";
import { createWatching } from "#bot/wiring/parts/watching.ts";
import { readVersion } from "#bot/wiring/version.ts";
import { createBackupBook } from "#services/backups/backup-book.ts";
import type { QuotaGuard } from "#services/broadcasts/quota-guard.ts";
import { type ChatLifecycle, createChatLifecycle } from "#services/chats/chat-lifecycle.ts";
import { onDemand } from "#services/on-demand.ts";
import { localMoment, momentAt } from "#services/periods/calendar.ts";
import type { Services } from "#services/services.ts";
import { createStatus } from "#services/status.ts";
import type { Unit } from "#services/units/unit.ts";

export interface WiredServices {
  /** What commands work with. */
  readonly services: Services;
  /** What goes on without anybody asking. */
  readonly background: BackgroundWork;
  readonly lifecycle: ChatLifecycle;
  readonly quotaGuard: QuotaGuard;
  /** The bot's home scope, found once. Rejects with HomeScopeUnclear. */
  readonly home: () => Promise<Unit>;
  /** Ends the threads that draw and read. */
  close(): Promise<void>;
}

/**
 * Makes every service over an open store, part by part, each after all that it needs: what a part makes, and of what,
 * stands in its file under `bot/wiring/parts/`.
 */
export function createServices(options: ServicesOptions): WiredServices {
  const ground = groundOf(options);
  const { store, real, channels, timeZone, ring, clock } = ground;
  const version = readVersion();

  const published = createPublished(ground);
  const { units, sheets, charts } = published;
  const learn = createUnitLearning({ store, units });
  const home = onDemand(() => homeOf(options.homeScope, published));

  const comingIn = createComingIn(ground, published);
  const { dossiers, originals, intake } = comingIn;
  const people = createPeople(ground, published);
  const goingOut = createGoingOut(ground, published, people);
  const nationalPortal = createNationalPortal(ground, published, comingIn, goingOut, { version, home });
  const days = nationalPortal.portal.daily;
  const watching = createWatching(ground, published, people, goingOut, { learn, days });

  const backups = createBackupBook({ store: real, plan: options.backup ?? null, timeZone, clock });
  const { chats, subscriptions } = people;
  const { allowances, ledger, quotaGuard } = goingOut;
  const { alerts, explanations } = watching;
  const lifecycle = createChatLifecycle({
    chats,
    clock,
    followers: [
      {
        // What is kept of a chat goes where the chat goes.
        async moved(from, to) {
          await subscriptions.move(from, to);
          await alerts.moveChat(from, to);
          await ledger.moveChat(from, to);
          await ring();
        },
        async gone(chat) {
          await ledger.stopChat(chat);
        },
      },
    ],
  });

  return {
    services: {
      ...published,
      dossiers,
      originals,
      intake,
      ...people,
      ...goingOut,
      ...nationalPortal,
      ...watching,
      backups,
      status: createStatus({ version, store, sheets, chats, channels, allowances, ledger, backups, clock }),
      setup: options.setup ?? (() => ({ pages: { setup: null, operations: null }, steps: [] })),
      momentAt: (date, time) => momentAt(date, time, timeZone),
      local: (moment) => localMoment(moment, timeZone),
    },
    background: {
      learn,
      evaluateAlerts: alerts.tick,
      remindOfExplanations: explanations.tick,
      sendBroadcasts: goingOut.broadcasts.tick,
      fireSchedules: goingOut.fireSchedules,
      remindOfTasks: watching.remindOfTasks,
      warnOfQuotas: quotaGuard.look,
      forgetPapers: intake.sweep,
    },
    lifecycle,
    quotaGuard,
    home,
    async close() {
      await charts.close();
      await comingIn.close();
    },
  };
}
