import { createDeliveries } from "#bot/wiring/deliveries.ts";
import { createChats } from "#services/chats/chats.ts";
import { createAllowances } from "#services/delivery/allowances.ts";
import { createIndicators } from "#services/indicators/indicators.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createRights } from "#services/rights/rights.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { Store } from "#services/store/store.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createUnits } from "#services/units/create-units.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";
import { makeDocument } from "#test/services/sheets/make.ts";

const TIME_ZONE = "Asia/Ho_Chi_Minh";
export const units = createUnits();
const indicators = createIndicators();

export type AlertDesk = ReturnType<typeof openAlertDesk>;

export interface AlertDeskOptions {
  readonly store: Store;
  readonly clock: () => Date;
}

let papers = 0;

/** Alerts and all they work with over a store, without commands: units are read once for all desks. */
export function openAlertDesk({ store, clock }: AlertDeskOptions) {
  const sheets = createSheets({ store, clock });
  const { services, look } = createDeliveries({
    ...{ store, clock, sheets, units, indicators },
    targets: createTargets({ store }),
    rights: createRights({ store, units, operators: [], clock }),
    allowances: createAllowances({ store, channels: () => [], timeZone: TIME_ZONE, clock }),
    workdays: createWorkdays({ timeZone: TIME_ZONE }),
    chats: createChats({ store, clock }),
    locale: "vi",
    timeZone: TIME_ZONE,
    approvers: 1,
    operators: [],
    learn: async () => {},
  });
  return {
    ...services,
    look: () => look(async (_, __, message) => message),

    /** Figures by unit id, then by indicator; another paper a call. */
    async publish(
      scope: string,
      period: string,
      figures: Readonly<Record<string, Readonly<Record<string, number>>>>,
    ): Promise<void> {
      papers += 1;
      const document = makeDocument(`desk-${papers}`);
      const said = { change: null, rank: null, of: null, source: document.id, asOf: null };
      const observations = Object.entries(figures).flatMap(([unit, values]) =>
        Object.entries(values).map(
          ([indicator, value]): Observation => ({ unit, indicator, value, ...said }),
        ),
      );
      await sheets.publish([{ scope, period: toPeriod(period), observations, document, complete: false }]);
    },
  };
}

/** A commune of the district of Tiên Lữ by its name. */
export function communeOfTienLu(name: string): string {
  const match = units.find(name, { within: TIEN_LU, kinds: ["commune"] });
  if (match.found !== "one") throw new Error(`no commune ${name}`);
  return match.unit.id;
}

export const TIEN_LU = "od332";
