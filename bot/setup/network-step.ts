import { randomBytes } from "node:crypto";
import type { Config } from "#bot/config/config.ts";
import { createOutgoing } from "#bot/outgoing/outgoing-fetch.ts";
import { proxyTroubleOf } from "#bot/outgoing/proxy-trouble.ts";
import type { SettingChanges } from "#bot/setup/env-text.ts";
import { type Outcome, refused, type SetupCatalogs, written } from "#bot/setup/outcome.ts";
import type { SetupSettings } from "#bot/setup/settings.ts";
import type { Knock } from "#bot/setup/try-address.ts";
import { trimEnd } from "#services/text/trim-end.ts";

export interface NetworkFields {
  readonly proxy?: string | undefined;
  readonly address?: string | undefined;
  /** Anything = the platforms call the address. */
  readonly webhook?: string | undefined;
}

export interface NetworkHouse {
  readonly config: Config;
  readonly knock: Knock;
  /** Where a knock is answered. */
  readonly path: string;
}

const TIMEOUT_MS = 15_000;

/** Tries the way out and the way in, and keeps them when both lead somewhere. An empty proxy leaves the one there is. */
export async function setNetwork(
  { proxy = "", address = "", webhook }: NetworkFields,
  { config, knock, path }: NetworkHouse,
  settings: Pick<SetupSettings, "change" | "preview">,
  t: SetupCatalogs,
): Promise<Outcome> {
  const { network } = t.setup;
  const base = trimEnd(address.trim(), "/");
  const changes: SettingChanges = {
    ...(proxy.trim() === "" ? {} : { HTTPS_PROXY: proxy.trim() }),
    ...wayIn(base, webhook !== undefined, config),
  };
  const planned = await settings.preview(changes);
  if ("unwritten" in planned) return written(planned.unwritten, [], t);
  const outgoing = createOutgoing({ proxies: planned.config.proxies });
  try {
    const proxyTrouble = proxy.trim() === "" ? null : await tryProxy(planned.config, outgoing.fetch);
    if (proxyTrouble) return refused(network.proxyTroubles[proxyTrouble]);
    const trouble = base === "" ? null : await knock.at(base, path, outgoing.fetch);
    if (trouble) return refused(network.troubles[trouble]);
    return written(
      await settings.change("network", changes),
      [base === "" ? t.setup.saved : network.works],
      t,
    );
  } finally {
    outgoing.close();
  }
}

/** A secret is made where there is none: nobody has to think of one. */
function wayIn(base: string, webhook: boolean, config: Config): SettingChanges {
  if (base === "")
    return { PUBLIC_BASE_URL: null, TELEGRAM_MODE: null, ZALO_MODE: null, WEBHOOK_SECRET: null };
  const secret = config.webhookSecret ?? randomBytes(24).toString("base64url");
  const mode = webhook ? "webhook" : "polling";
  return { PUBLIC_BASE_URL: base, TELEGRAM_MODE: mode, ZALO_MODE: mode, WEBHOOK_SECRET: secret };
}

/** Whether anything of the platforms can be reached through it; what they answer does not matter. */
async function tryProxy(
  { telegram, zalo, portal }: Config,
  fetch: ReturnType<typeof createOutgoing>["fetch"],
): Promise<"proxyLogin" | "proxyRefusal" | "unreachable" | null> {
  const root = zalo?.apiRoot ?? telegram?.apiRoot ?? portal.baseUrl;
  try {
    await fetch(root, { redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
    return null;
  } catch (error) {
    return proxyTroubleOf(error) ?? "unreachable";
  }
}
