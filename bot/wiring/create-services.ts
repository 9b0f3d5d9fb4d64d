import { createBotIntake } from "#bot/wiring/create-intake.ts";
import { createDeliveries, type Deliveries } from "#bot/wiring/deliveries.ts";
import { createUnitLearning } from "#bot/wiring/unit-learning.ts";
import { readVersion } from "#bot/wiring/version.ts";
import type { Channel } from "#services/channel.ts";
import { type Charts, createCharts } from "#services/charts/charts.ts";
import { createAdmission } from "#services/chats/admission.ts";
import { createChats, type Locale } from "#services/chats/chats.ts";
import { createAllowances } from "#services/delivery/allowances.ts";
import type { ChatId } from "#services/ids.ts";
import { createIndicators } from "#services/indicators/indicators.ts";
import { type Metrics, unmeasured } from "#services/metrics.ts";
import { localMoment, momentAt } from "#services/periods/calendar.ts";
import { createResults } from "#services/results/results.ts";
import { createRights } from "#services/rights/rights.ts";
import type { Services } from "#services/services.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import { createStatus } from "#services/status.ts";
import type { StoredValueInvalid } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";
import { createTargets, type Targets } from "#services/targets/targets.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { todayIn } from "#services/today.ts";
import { createUnits } from "#services/units/create-units.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";

export interface ServicesOptions {
  /** Opened and closed by the caller. */
  readonly store: Store;
  /** Where results are kept, when a sample is laid over them in `store`; by default the same. */
  readonly real?: Store;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly operators: readonly ChatId[];
  readonly access: "open" | "approved";
  /** How many persons must approve a broadcast. */
  readonly approvers?: 1 | 2;
  /** Rings for deliveries just owed. */
  readonly ring?: () => Promise<void>;
  readonly clock?: () => Date;
  readonly charts?: Charts;
  readonly metrics?: Metrics;
  /** Told of stored values that cannot be read and without which the bot can go on. */
  readonly onInvalid?: (error: StoredValueInvalid) => void;
}

export interface WiredServices {
  readonly services: Services;
  readonly deliveries: Deliveries;
  /** Takes in units that a publication, perhaps another process's, added. */
  learn(): Promise<void>;
  /** Ends the threads that draw and read. */
  close(): Promise<void>;
}

/** Wires the domain over an open store; `channels`: those that listen. */
export function createServices(options: ServicesOptions, channels: () => readonly Channel[]): WiredServices {
  const { store, real = store, timeZone, access, operators } = options;
  const { approvers = 1, clock = () => new Date() } = options;
  const today = todayIn(timeZone, clock);
  const targets = createTargets({ store });
  const figures = createFigures({ store, targets, clock, today });
  const { sheets, units } = figures;
  const learn = createUnitLearning({ store, units });
  const chats = createChats({ ...options, store, clock });
  const rights = createRights({ store, units, operators, clock });
  const workdays = createWorkdays({ timeZone });
  const { intake, reading } = createBotIntake({
    ...{ ...figures, store, real, workdays, timeZone, today, clock },
  });
  const allowances = createAllowances({ store, channels, timeZone, clock });
  const deliveries = createDeliveries({
    ...{ ...options, ...figures },
    ...{ targets, workdays, chats, rights, allowances, approvers, learn, clock, sweep: intake.sweep },
  });
  const { ledger } = deliveries.services;
  const services: Services = {
    ...figures,
    charts: options.charts ?? createCharts({ metrics: options.metrics ?? unmeasured }),
    chats,
    admission: createAdmission({ chats, access, clock }),
    rights,
    ...deliveries.services,
    intake,
    allowances,
    status: createStatus({
      version: readVersion(),
      ...{ store, sheets, chats, channels, allowances, ledger, clock },
    }),
    tasks: createTasks({ store, workdays, timeZone, clock }),
    workdays,
    today,
    momentAt: (date, time) => momentAt(date, time, timeZone),
    local: (moment) => localMoment(moment, timeZone),
  };
  const close = async (): Promise<void> => {
    await services.charts.close();
    await reading.close();
  };
  return { services, deliveries, learn, close };
}

type Figures = Pick<Services, "units" | "indicators" | "sheets" | "results">;

/** Published results, and what they are about. */
function createFigures(options: {
  readonly store: Store;
  readonly targets: Targets;
  readonly clock: () => Date;
  readonly today: () => string;
}): Figures {
  const { store, targets, clock, today } = options;
  const units = createUnits();
  const indicators = createIndicators();
  const sheets = createSheets({ store, clock });
  const results = createResults({
    ...{ sheets, units, indicators, today },
    targetsOf: (unit, period) => targets.forUnit(unit, period, units),
  });
  return { units, indicators, sheets, results };
}
