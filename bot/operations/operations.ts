import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import type { Dispatch } from "#bot/answering/dispatch/dispatch.ts";
import type { Config } from "#bot/config/config.ts";
import { createActs } from "#bot/operations/acts.ts";
import { readChats } from "#bot/operations/read-chats.ts";
import { readDeeds } from "#bot/operations/read-deeds.ts";
import { readLedger } from "#bot/operations/read-deliveries.ts";
import { readView } from "#bot/operations/read-view.ts";
import { operationsRoutes } from "#bot/operations/routes.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Services } from "#services/services.ts";

export interface OperationsOptions {
  readonly config: Pick<Config, "host" | "locale" | "storeUrl" | "backup">;
  readonly services: Services;
  readonly dispatch: Dispatch;
  readonly t: Catalog;
  readonly hasWebChat: boolean;
  readonly hasSetup: boolean;
}

/** The operator's page over a running bot: it shows how things stand, and what it does it does by commands. */
export function createOperations(options: OperationsOptions): Hono {
  const { config, services, t, hasWebChat, hasSetup } = options;
  const token = randomBytes(16).toString("hex");
  const acts = createActs(options);
  const places = { storeUrl: config.storeUrl, backups: config.backup?.folder ?? null };
  return operationsRoutes({
    language: config.locale,
    words: t.operations,
    token,
    host: config.host,
    frame: (said) => ({
      language: config.locale,
      t,
      token,
      at: services.local(new Date()),
      said,
      hasWebChat,
      hasSetup,
      local: services.local,
    }),
    view: () => readView(places, services, t),
    chats: (asked) => readChats(asked, services),
    deeds: (asked) => readDeeds(asked, services),
    ledger: (code) => readLedger(code, services, t),
    act: acts.do,
  });
}
