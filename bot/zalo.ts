import { runCli } from "#bot/channels/zalo/cli.ts";
import { createClient } from "#bot/channels/zalo/client.ts";
import { readConfig } from "#bot/config/config.ts";
import { webhookWay } from "#bot/http/webhook-way.ts";
import { createOutgoing } from "#bot/outgoing/outgoing-fetch.ts";
import { explain } from "#bot/wiring/explain.ts";
import { catalogOf } from "#locales/catalogs.ts";

const catalog = catalogOf(process.env.LOCALE);
const words = catalog.zalo;

process.exitCode = await main().catch((error: unknown) => {
  console.error(explain(error, catalog) ?? error);
  return 1;
});

/** Asks Zalo about the bot's account and its webhook, or changes the webhook. */
async function main(): Promise<number> {
  const config = readConfig(process.env);
  const { zalo } = config;
  if (!zalo) {
    console.error(words.noToken);
    return 1;
  }
  const { publicBaseUrl, webhookSecret, proxies } = config;
  const outgoing = createOutgoing({ proxies });
  const { lines, ok } = await runCli(process.argv.slice(2), {
    client: createClient({ ...zalo, fetch: outgoing.fetch }),
    target: publicBaseUrl && webhookSecret ? webhookWay("zalo", publicBaseUrl, webhookSecret) : null,
    polls: zalo.mode === "polling",
    words,
  });
  outgoing.close();
  for (const line of lines) (ok ? console.log : console.error)(line);
  return ok ? 0 : 1;
}
