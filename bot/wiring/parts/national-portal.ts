import type { ComingIn } from "#bot/wiring/parts/coming-in.ts";
import type { GoingOut } from "#bot/wiring/parts/going-out.ts";
import type { Ground } from "#bot/wiring/parts/ground.ts";
import { accessTo, PORTAL_OFF, provinceOf } from "#bot/wiring/parts/portal-access.ts";
import type { Published } from "#bot/wiring/parts/published.ts";
import { createClosedPeriods } from "#services/closed-periods/closed-periods.ts";
import { createPortal } from "#services/portal/portal.ts";
import type { Unit } from "#services/units/unit.ts";

/** Of the program itself. */
export interface Program {
  readonly version: string;
  readonly home: () => Promise<Unit>;
}

/** The national portal: what is fetched of it, and its closed periods on their way to be published. */
export function createNationalPortal(
  { real: store, portal: config = PORTAL_OFF, portalFetch, pause, approvers, timeZone, clock }: Ground,
  { units, indicators }: Published,
  { importer, realSheets: sheets }: ComingIn,
  { broadcasts, ledger }: GoingOut,
  { version, home }: Program,
) {
  const portal = createPortal({
    ...{ store, units, indicators, timeZone, clock, ...config },
    isOn: config.sync === "daily",
    access: accessTo(config, portalFetch, version),
    province: async () => provinceOf(await home(), units),
    async notice({ kind: trouble, day, why, facts }) {
      const notice = { notice: "portal", facts: { trouble, day, why, facts } } as const;
      const about = [trouble, day, ...(trouble === "notBelieved" ? facts.slice(0, 1) : [])].join("/");
      const { checks, puts } = await ledger.owe(await broadcasts.notices(notice, about));
      return { checks, puts };
    },
    ...(pause ? { pause } : {}),
  });
  const closedPeriods = createClosedPeriods({
    ...{ store, portal, importer, sheets, units, indicators, timeZone, approvers },
    publish: config.publish,
    ask: (period, about) => broadcasts.announce({ notice: "portal-figures", facts: { period } }, about),
  });
  return { portal, closedPeriods };
}
