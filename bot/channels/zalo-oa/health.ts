import type { OaClient } from "#bot/channels/zalo-oa/client.ts";
import type { Tokens } from "#bot/channels/zalo-oa/tokens.ts";

/** package: the account's plan. group: a group's asset, after which the group is dissolved. tokens: unused too long. */
export type Ending = "package" | "group" | "tokens";

/** Something that ends by itself unless a person does something about it. */
export interface Warning {
  readonly what: Ending;
  /** Of the package or group; empty for tokens. */
  readonly name: string;
  /** ISO date. */
  readonly on: string;
  /** Days left, the nearest of those at which it is said. */
  readonly daysLeft: number;
}

const DAY_MS = 24 * 3_600_000;
/** A refresh token lives three months. */
const TOKENS_LIVE_MS = 90 * DAY_MS;
/** Days before the end at which it is said. */
const SAID_AT = [1, 7, 14];

/** What of the account, its groups and its tokens ends soon. Rejects as the client does. */
export async function endingSoon(options: {
  readonly client: Pick<OaClient, "account" | "groups" | "group">;
  readonly tokens: Pick<Tokens, "renewedAt">;
  /** Ms since 1970. */
  readonly now: number;
}): Promise<readonly Warning[]> {
  const { client, tokens, now } = options;
  const { package_name, package_valid_through_date } = await client.account();
  const ends: { readonly what: Ending; readonly name: string; readonly at: number | null }[] = [
    { what: "package", name: package_name ?? "", at: readDate(package_valid_through_date) },
    { what: "tokens", name: "", at: (await tokens.renewedAt()) + TOKENS_LIVE_MS },
  ];
  for (const id of await client.groups()) {
    const { group_info, asset_info } = await client.group(id);
    const at = readDate(group_info.auto_delete_date) ?? readDate(asset_info?.valid_through);
    ends.push({ what: "group", name: group_info.name ?? id, at });
  }
  return ends.flatMap(({ what, name, at }) => {
    const left = at === null ? Number.POSITIVE_INFINITY : Math.ceil((at - now) / DAY_MS);
    const daysLeft = SAID_AT.find((days) => left <= days);
    if (at === null || daysLeft === undefined || left < 0) return [];
    return [{ what, name, on: new Date(at).toISOString().slice(0, 10), daysLeft }];
  });
}

/** Zalo writes days as 31/12/2026, as 2026-12-31, or as ms since 1970; null = none, or none that can be read. */
function readDate(written: string | null | undefined): number | null {
  const text = written?.trim() ?? "";
  if (/^\d{12,14}$/u.test(text)) return Number(text);
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/u.exec(text) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}` : text.slice(0, 10);
  const at = /^\d{4}-\d{2}-\d{2}$/u.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
