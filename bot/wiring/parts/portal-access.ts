import type { PortalConfig } from "#bot/config/config.ts";
import type { PortalAccess } from "#services/portal/portal.ts";
import type { PortalFetch } from "#services/portal/portal-client.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** As long as nothing is configured. */
export const PORTAL_OFF: PortalConfig = {
  sync: "off",
  baseUrl: "",
  publish: "ask",
  keepDays: 90,
  dailyBudget: 40,
};

/** What the portal is asked with; null = it is switched off, or this program does not ask. */
export function accessTo(
  config: PortalConfig,
  fetch: PortalFetch | undefined,
  version: string,
): PortalAccess | null {
  if (config.sync === "off" || !fetch) return null;
  return { fetch, baseUrl: config.baseUrl, contact: config.contact, version };
}

/** The province of a home scope, as long as the portal has it; null = the country's provinces only are watched. */
export function provinceOf(home: Unit, units: Units): Unit | null {
  const around = [home, ...units.ancestors(home.id)].find(({ kind }) => kind === "province");
  return around?.codes.portal === undefined ? null : around;
}
