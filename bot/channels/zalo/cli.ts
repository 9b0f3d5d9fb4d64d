import { faultOf } from "#bot/channels/zalo/classify.ts";
import type { ZaloClient } from "#bot/channels/zalo/client.ts";
import { ZaloRefusal } from "#bot/channels/zalo/faults.ts";
import type { Verification } from "#bot/channels/zalo/wire.ts";
import { proxyTroubleOf } from "#bot/outgoing/proxy-trouble.ts";
import type { WebhookTrouble, ZaloTrouble, ZaloWords } from "#locales/words/zalo.ts";

export interface CliOptions {
  readonly client: ZaloClient;
  /** Where Zalo shall post to; null = no public address or secret is configured. */
  readonly target: { readonly url: string; readonly secret: string } | null;
  /** The bot itself is configured to poll. */
  readonly polls: boolean;
  readonly words: ZaloWords;
}

/** Lines to print, and whether all is well. */
export interface Said {
  readonly lines: readonly string[];
  readonly ok: boolean;
}

type Act = (options: CliOptions) => Promise<Said>;

const acts: ReadonlyMap<string, Act> = new Map([
  ["me", me],
  ["webhook me", me],
  ["webhook set", setWebhook],
  ["webhook info", webhookInfo],
  ["webhook test", testWebhook],
  ["webhook delete", deleteWebhook],
]);

/** What an operator asks of the bot's account at Zalo; the only place where a webhook is set or removed. */
export async function runCli(args: readonly string[], options: CliOptions): Promise<Said> {
  const { words } = options;
  const act = acts.get(args.join(" "));
  if (!act) return said([words.usage], false);
  try {
    return await act(options);
  } catch (error) {
    return said([words.failed[troubleOf(error)]], false);
  }
}

async function me({ client, words }: CliOptions): Promise<Said> {
  const { id, account_name, display_name, can_join_groups } = await client.getMe();
  const facts = { id, name: display_name ?? "", account: account_name ?? "" };
  return said([words.me({ ...facts, joinsGroups: can_join_groups ?? null })]);
}

/** Zalo keeps the address even when nobody answers there. */
async function setWebhook({ client, target, polls, words }: CliOptions): Promise<Said> {
  if (!target) return said([words.noAddress], false);
  const { verification } = await client.setWebhook(target.url, target.secret);
  const tried = verification ? outcome(verification, words) : said([words.unverified]);
  return said([words.set, ...tried.lines, ...(polls ? [words.stillPolling] : [])], tried.ok);
}

async function webhookInfo({ client, target, polls, words }: CliOptions): Promise<Said> {
  const url = await client.getWebhookInfo();
  if (url === null) return said([words.none]);
  if (url === target?.url) return said([words.ours, ...(polls ? [words.stillPolling] : [])]);
  return said([words.elsewhere(URL.canParse(url) ? new URL(url).host : "?")]);
}

async function testWebhook({ client, words }: CliOptions): Promise<Said> {
  try {
    return outcome(await client.testWebhook(), words);
  } catch (error) {
    if (error instanceof ZaloRefusal && error.code === 426) return said([words.testsUsedUp], false);
    if (error instanceof ZaloRefusal && error.code === 404) return said([words.none], false);
    throw error;
  }
}

async function deleteWebhook({ client, words }: CliOptions): Promise<Said> {
  await client.deleteWebhook();
  return said([words.deleted]);
}

function outcome({ ok, outcome, latency_ms }: Verification, words: ZaloWords): Said {
  if (ok) return said([words.works(latency_ms ?? null)]);
  return said([words.fails({ trouble: whyNot(outcome), outcome })], false);
}

/** Zalo's words for it (docs.zaloplatforms.com/docs/BOT, testWebhook). */
const troubles: ReadonlyMap<string, WebhookTrouble> = new Map([
  ["webhook.http.403", "forbidden"],
  ["webhook.http.404", "not-found"],
  ["webhook.http.5xx", "server-error"],
  ["webhook.err.tls", "tls"],
  ["webhook.err.dns", "dns"],
  ["webhook.err.timeout", "timeout"],
  ["webhook.err.conn", "no-connection"],
  ["webhook.err.unreachable", "no-connection"],
  ["webhook.err.proxy", "blocked"],
  ["webhook.err.blocked", "blocked"],
]);

function whyNot(outcome: string): WebhookTrouble {
  return troubles.get(outcome) ?? "other";
}

function troubleOf(error: unknown): ZaloTrouble {
  const proxyTrouble = error instanceof Error ? proxyTroubleOf(error.cause) : null;
  if (proxyTrouble) return proxyTrouble;
  const fault = faultOf(error);
  if (fault === "unauthorized") return "unauthorized";
  if (fault === "flood" || fault === "quota") return "too-many";
  return error instanceof ZaloRefusal ? "refused" : "unreachable";
}

function said(lines: readonly string[], ok = true): Said {
  return { lines, ok };
}
