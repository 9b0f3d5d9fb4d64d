import type { ConfigFault } from "#locales/words/config.ts";

/** Variables without which others that are set cannot work. */
export function missingBeside(given: Readonly<Record<string, string>>): readonly ConfigFault[] {
  return [...missingForWebhook(given), ...missingForOa(given), ...missingForPortal(given)];
}

function missingForWebhook(given: Readonly<Record<string, string>>): readonly ConfigFault[] {
  const modes = [given.TELEGRAM_MODE, given.ZALO_MODE].map((mode) => mode?.toLowerCase());
  if (!modes.includes("webhook")) return [];
  const needed = ["PUBLIC_BASE_URL", "WEBHOOK_SECRET"] as const;
  return needed
    .filter((variable) => given[variable] === undefined)
    .map((variable) => ({ variable, code: "missing-for-webhook", allowed: [] }));
}

const OF_AN_ACCOUNT = [
  "ZALO_OA_APP_ID",
  "ZALO_OA_APP_SECRET",
  "ZALO_OA_SECRET",
  "ZALO_OA_ACCESS_TOKEN",
  "ZALO_OA_REFRESH_TOKEN",
] as const;

/** An Official Account is connected with all that belongs to it, or not at all. */
function missingForOa(given: Readonly<Record<string, string>>): readonly ConfigFault[] {
  if (OF_AN_ACCOUNT.every((variable) => given[variable] === undefined)) return [];
  return [...OF_AN_ACCOUNT, "PUBLIC_BASE_URL" as const]
    .filter((variable) => given[variable] === undefined)
    .map((variable) => ({ variable, code: "missing-for-oa", allowed: [] }));
}

function missingForPortal(given: Readonly<Record<string, string>>): readonly ConfigFault[] {
  const isOff = given.PORTAL_SYNC?.toLowerCase() !== "daily";
  if (isOff || given.PORTAL_CONTACT !== undefined) return [];
  return [{ variable: "PORTAL_CONTACT", code: "missing-for-portal", allowed: [] }];
}
