import type { Config } from "#bot/config/config.ts";
import { createOutgoing, type Outgoing } from "#bot/outgoing/outgoing-fetch.ts";
import { shownProxy } from "#bot/outgoing/proxies.ts";
import type { Logger } from "#services/logger.ts";

/** The way out as configured; one line says which proxy it leads through. */
export function openOutgoing({ proxies }: Pick<Config, "proxies">, log: Pick<Logger, "info">): Outgoing {
  const { https, http, except } = proxies;
  if (https !== null || http !== null) {
    const shown = { https: https && shownProxy(https), http: http && shownProxy(http), direct: except };
    log.info(shown, `Others are called through the proxy ${shown.https ?? shown.http}`);
  }
  return createOutgoing({ proxies });
}
