import type { PortalConfig } from "#bot/config/config.ts";
import type { BackgroundWork } from "#bot/delivering/heartbeat.ts";
import { homeOf } from "#bot/wiring/home-scope.ts";
import { accessTo, PORTAL_OFF, provinceOf } from "#bot/wiring/portal-access.ts";
import { createUnitLearning } from "#bot/wiring/unit-learning.ts";
import { readVersion } from "#bot/wiring/version.ts";
import type { VirusScanner } from "#bot/wiring/virus-scanner.ts";
import { createAlerts } from "#services/alerts/alerts.ts";
import { createAudit } from "#services/audit/audit.ts";
import { createBackupBook } from "#services/backups/backup-book.ts";
import type { BackupPlan } from "#services/backups/backup-plan.ts";
import { createBroadcasts } from "#services/broadcasts/broadcasts.ts";
import { createQuotaGuard, type QuotaGuard } from "#services/broadcasts/quota-guard.ts";
import type { Channel } from "#services/channel.ts";
import { type Charts, createCharts } from "#services/charts/charts.ts";
import { createAdmission } from "#services/chats/admission.ts";
import { type ChatLifecycle, createChatLifecycle } from "#services/chats/chat-lifecycle.ts";
import { createChats, type Locale } from "#services/chats/chats.ts";
import { createClosedPeriods } from "#services/closed-periods/closed-periods.ts";
import { createAddressing } from "#services/delivery/addressing.ts";
import { createAllowances } from "#services/delivery/allowances.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import { createReading, type Reading } from "#services/documents/create-reading.ts";
import { createImporter } from "#services/documents/importer.ts";
import { createExplanations } from "#services/explanations/explanations.ts";
import type { ChatId } from "#services/ids.ts";
import { createIndicators } from "#services/indicators/indicators.ts";
import { createIntake } from "#services/intake/intake.ts";
import { createKeptDossiers } from "#services/intake/kept-dossiers.ts";
import { type Metrics, unmeasured } from "#services/metrics.ts";
import { onDemand } from "#services/on-demand.ts";
import { createOriginals, type Originals } from "#services/originals/originals.ts";
import { localMoment, momentAt } from "#services/periods/calendar.ts";
import { createPortal, type PortalOptions } from "#services/portal/portal.ts";
import type { PortalFetch } from "#services/portal/portal-client.ts";
import { createRankingMemo } from "#services/results/rank-list.ts";
import { createResults } from "#services/results/results.ts";
import { createCodes } from "#services/rights/codes.ts";
import { createPosts } from "#services/rights/posts.ts";
import { createRights } from "#services/rights/rights.ts";
import { showsSample } from "#services/sample/sample-overlay.ts";
import { createFiring } from "#services/schedules/firing.ts";
import { createSchedules } from "#services/schedules/schedules.ts";
import type { Services } from "#services/services.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import { createRestoring } from "#services/sheets/restoring.ts";
import { createStatus } from "#services/status.ts";
import type { StoredValueInvalid } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";
import { createFollowing } from "#services/subscriptions/following.ts";
import { createListeners } from "#services/subscriptions/listeners.ts";
import { createSubscriptions } from "#services/subscriptions/subscriptions.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createReminders } from "#services/tasks/reminders.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { todayIn } from "#services/today.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import { createUnits } from "#services/units/create-units.ts";
import type { Unit } from "#services/units/unit.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";

export interface ServicesOptions {
  /** Opened and closed by the caller. */
  readonly store: Store;
  /** Where results are kept, when a sample is laid over them in `store`; by default the same. */
  readonly real?: Store;
  /** Those that listen now. */
  readonly channels: () => readonly Channel[];
  readonly locale: Locale;
  readonly timeZone: string;
  /** Sender ids, which are the operators' own chats too. */
  readonly operators: readonly ChatId[];
  readonly access: "open" | "approved";
  /** How many persons must approve a broadcast, or confirm what is taken in. */
  readonly approvers?: 1 | 2;
  /** Told when something is owed; whoever sends also looks by himself. */
  readonly ring?: () => Promise<void>;
  /** Told of stored values that cannot be read and without which the bot can go on. */
  readonly onInvalid: (error: StoredValueInvalid) => void;
  readonly clock?: () => Date;
  /** Reads what is sent; several bots of one process may share one. */
  readonly reading?: Reading;
  /** Looks at files before they are read. */
  readonly scan?: VirusScanner | undefined;
  /** Keeps papers as they were sent; by default none are. */
  readonly originals?: Originals | undefined;
  readonly charts?: Charts;
  readonly metrics?: Metrics;
  /** A unit's readable name or id; null = the scope with the longest list. */
  readonly homeScope: string | null;
  /** How the national portal is asked; by default it is not. */
  readonly portal?: PortalConfig;
  /** Calls the portal, through the configured proxies. */
  readonly portalFetch?: PortalFetch;
  /** How backups are made by themselves; by default none are. */
  readonly backup?: BackupPlan | null;
  /** Of a process that ends. */
  readonly pause?: PortalOptions["pause"];
}

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
 * Makes every service over an open store. One straight line, in which each thing stands after all that it needs: to find
 * who uses what, read upwards.
 */
export function createServices(options: ServicesOptions): WiredServices {
  const { store, channels, locale, timeZone, operators, access, onInvalid } = options;
  const real = options.real ?? store;
  const approvers = options.approvers ?? 1;
  const ring = options.ring ?? (async () => {});
  const clock = options.clock ?? (() => new Date());
  const metrics = options.metrics ?? unmeasured;

  // What is published, and what it is about.
  const today = todayIn(timeZone, clock);
  const workdays = createWorkdays({ timeZone });
  const quietUntil = workdays.nextQuietEnd;
  const units = createUnits();
  const learn = createUnitLearning({ store, units });
  const indicators = createIndicators();
  const targets = createTargets({ store });
  const sheets = createSheets({ store, clock });
  const restoring = createRestoring({ store, sheets, approvers, clock });
  const results = createResults({
    sheets,
    units,
    indicators,
    targetsOf: (unit, period) => targets.forUnit(unit, period, units),
    today,
  });
  const tasks = createTasks({ store, workdays, timeZone, clock });
  const charts = options.charts ?? createCharts({ metrics });

  // How documents come in: into the real store, for which a sample that is shown counts for nothing.
  const added = createAddedUnits({ store: real });
  const realSheets = createSheets({ store: real, clock });
  const reading = options.reading ?? createReading({ scan: options.scan });
  const originals = options.originals ?? createOriginals({ folder: null, onFault: () => undefined });
  const dossiers = createKeptDossiers({ store });
  const importer = createImporter({
    units,
    indicators,
    sheets: realSheets,
    targets: createTargets({ store: real }),
    tasks: createTasks({ store: real, workdays, timeZone, clock }),
    dossiers,
    added,
    today,
    reading,
  });
  const intake = createIntake({
    store: real,
    importer,
    sheets: realSheets,
    originals,
    approvers,
    clock,
    showsSample: () => showsSample({ store }),
  });

  // Who may do what, and who wants to hear of what.
  const chats = createChats({ store, clock, onInvalid });
  const admission = createAdmission({ chats, access, clock });
  const audit = createAudit({ store, clock });
  const rights = createRights({ store, units, operators, clock });
  const subscriptions = createSubscriptions({ store, clock });

  // What is owed to chats, and what causes it.
  const ledger = createLedger({ store, clock });
  const addressed = createAddressing({ chats, locale });
  const allowances = createAllowances({ store, channels, timeZone, clock });
  const schedules = createSchedules({ store, approvers, timeZone, clock });
  const broadcasts = createBroadcasts({
    store,
    addressed,
    sheets,
    ledger,
    listeners: createListeners({ subscriptions, units }),
    operators: async () => operators,
    standing: schedules.standing,
    approvers,
    timeZone,
    ring,
    clock,
  });
  const { announce, notices } = broadcasts;
  const quotaGuard = createQuotaGuard({ allowances, ledger, announce, timeZone, clock });
  const alerts = createAlerts({
    store,
    reader: { sheets, units, indicators, memo: createRankingMemo() },
    units,
    targets,
    subscriptions,
    following: createFollowing(units),
    addressed,
    ledger,
    notices,
    learn,
    quietUntil,
    timeZone,
    ring,
    clock,
    // The portal is made further down: it tells operators through the ledger.
    days: { scopes: () => portal.daily.scopes(), falls: (...asked) => portal.daily.falls(...asked) },
  });
  const explanations = createExplanations({
    store,
    alerts,
    units,
    rights,
    chats,
    addressed,
    ledger,
    workdays,
    quietUntil,
    timeZone,
    ring,
    clock,
  });
  const codes = createCodes({ store, clock });
  const posts = createPosts({
    store,
    units,
    rights,
    codes,
    chats,
    addressed,
    subscriptions,
    ledger,
    passing: alerts.passing,
    ring,
    clock,
  });
  const fireSchedules = createFiring({
    store,
    schedules,
    broadcasts,
    ledger,
    sheets,
    ring,
    timeZone,
    clock,
  });
  const remindOfTasks = createReminders({
    store,
    units,
    workdays,
    subscriptions,
    addressed,
    ledger,
    timeZone,
    ring,
    clock,
  });

  const home = onDemand(() => homeOf(options.homeScope, { units, results, sheets }));
  const version = readVersion();
  const portalConfig = options.portal ?? PORTAL_OFF;
  const portal = createPortal({
    ...{ store: real, units, indicators, timeZone, clock, ...portalConfig },
    isOn: portalConfig.sync === "daily",
    access: accessTo(portalConfig, options.portalFetch, version),
    province: async () => provinceOf(await home(), units),
    async notice({ kind: trouble, day, why, facts }) {
      const notice = { notice: "portal", facts: { trouble, day, why, facts } } as const;
      const about = [trouble, day, ...(trouble === "notBelieved" ? facts.slice(0, 1) : [])].join("/");
      const { checks, puts } = await ledger.owe(await notices(notice, about));
      return { checks, puts };
    },
    ...(options.pause ? { pause: options.pause } : {}),
  });

  const closedPeriods = createClosedPeriods({
    ...{ store: real, portal, importer, sheets: realSheets, units, indicators, timeZone, approvers },
    publish: portalConfig.publish,
    ask: (period, about) => announce({ notice: "portal-figures", facts: { period } }, about),
  });

  // What becomes of chats: what is kept of them goes where they go.
  const lifecycle = createChatLifecycle({
    chats,
    clock,
    followers: [
      {
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

  const backups = createBackupBook({ store: real, plan: options.backup ?? null, timeZone, clock });
  const standing = { chats, channels, allowances, ledger, backups };
  const status = createStatus({ version, store, sheets, ...standing, clock });

  return {
    services: {
      units,
      indicators,
      sheets,
      restoring,
      results,
      targets,
      dossiers,
      originals,
      tasks,
      intake,
      portal,
      closedPeriods,
      charts,
      chats,
      admission,
      audit,
      rights,
      codes,
      posts,
      subscriptions,
      alerts,
      explanations,
      broadcasts,
      schedules,
      ledger,
      allowances,
      backups,
      status,
      workdays,
      today,
      momentAt: (date, time) => momentAt(date, time, timeZone),
      local: (moment) => localMoment(moment, timeZone),
    },
    background: {
      learn,
      evaluateAlerts: alerts.tick,
      remindOfExplanations: explanations.tick,
      sendBroadcasts: broadcasts.tick,
      fireSchedules,
      remindOfTasks,
      warnOfQuotas: quotaGuard.look,
      forgetPapers: intake.sweep,
    },
    lifecycle,
    quotaGuard,
    home,
    async close() {
      await charts.close();
      if (!options.reading) await reading.close();
    },
  };
}
