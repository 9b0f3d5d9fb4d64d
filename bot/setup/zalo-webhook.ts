import { runCli } from "#bot/channels/zalo/cli.ts";
import { createClient } from "#bot/channels/zalo/client.ts";
import { webhookWay } from "#bot/http/webhook-way.ts";
import type { House } from "#bot/setup/house.ts";
import { type Outcome, refused, type SetupCatalogs } from "#bot/setup/outcome.ts";

/** What can be told Zalo: where to post to, or to post no more. */
export type ZaloWebhookAct = "set" | "delete";

/** Zalo alone has to be told where it posts to: as `npm run zalo -- webhook …` does it, and says what came of it. */
export async function tellZalo(
  act: ZaloWebhookAct,
  { config, fetch }: Pick<House, "config" | "fetch">,
  t: SetupCatalogs,
): Promise<Outcome> {
  const { zalo, publicBaseUrl, webhookSecret } = config;
  if (!zalo) return refused(t.zalo.noToken);
  const { lines, ok } = await runCli(["webhook", act], {
    client: createClient({ ...zalo, fetch }),
    target: publicBaseUrl && webhookSecret ? webhookWay("zalo", publicBaseUrl, webhookSecret) : null,
    polls: zalo.mode === "polling",
    words: t.zalo,
  });
  return ok ? { kind: "done", said: lines } : refused(...lines);
}
