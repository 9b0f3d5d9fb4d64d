import { lookAtEverything } from "#bot/delivering/heartbeat.ts";
import { createServices } from "#bot/wiring/services.ts";
import { toPeriod } from "#services/periods/period.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { Store } from "#services/store/store.ts";
import { createUnits } from "#services/units/create-units.ts";
import { makeDocument } from "#test/services/sheets/make.ts";

export const units = createUnits();

export type AlertDesk = ReturnType<typeof openAlertDesk>;

export interface AlertDeskOptions {
  readonly store: Store;
  readonly clock: () => Date;
}

let papers = 0;

/** Alerts and all they work with over a store, without commands. */
export function openAlertDesk({ store, clock }: AlertDeskOptions) {
  const { services, background } = createServices({
    store,
    clock,
    channels: () => [],
    locale: "vi",
    timeZone: "Asia/Ho_Chi_Minh",
    operators: [],
    access: "open",
    homeScope: null,
    onInvalid(error) {
      throw error;
    },
  });
  return {
    ...services,
    look: () => lookAtEverything(background, async (_, __, message) => message),

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
      await services.sheets.publish([
        { scope, period: toPeriod(period), observations, document, complete: false },
      ]);
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
