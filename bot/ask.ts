import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { encode, type TerminalMessage } from "#bot/channels/terminal/encode.ts";
import { readConfig } from "#bot/config/config.ts";
import { type App, createApp } from "#bot/wiring/app.ts";
import { explain } from "#bot/wiring/explain.ts";
import { createLog } from "#bot/wiring/log.ts";
import { openStores, SAMPLE_HOME } from "#bot/wiring/open-stores.ts";
import { createSecrets, secretsOf } from "#bot/wiring/secrets.ts";
import { catalogOf } from "#locales/catalogs.ts";
import { type ChatId, isChatId } from "#services/ids.ts";
import { onDemand } from "#services/on-demand.ts";
import type { Role } from "#services/refusal.ts";

const words = catalogOf(process.env.LOCALE);
const ROLES: readonly Role[] = ["viewer", "officer", "editor", "operator"];

process.exitCode = await main().catch((error: unknown) => {
  console.error(explain(error, words) ?? error);
  return 1;
});

/** Answers one message, or with "-" each line of standard input, through the same dispatch as a chat. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: { json: { type: "boolean" }, chat: { type: "string" }, as: { type: "string" } },
  });
  const role = ROLES.find((one) => one === (values.as ?? "viewer"));
  if (positionals.length === 0 || !role) {
    console.error(words.run.askUsage);
    return 1;
  }
  const config = readConfig(process.env);
  const { store, real, sample } = await openStores(config);
  const homeScope = config.homeScope ?? (sample ? SAMPLE_HOME : null);
  const secrets = createSecrets(secretsOf(config));
  const log = createLog(process.env.LOG_LEVEL ? config.logLevel : "error", { secrets });
  const app = await createApp({ ...config, store, real, homeScope, log, roleOf: () => role });
  // Nothing is left behind by an answer of words alone.
  const folder = onDemand(() => mkdtemp(join(tmpdir(), "bot766-")));
  const chat = chatOf(values.chat);
  try {
    for await (const text of messages(positionals)) {
      const answers = await ask(app, { text, chat, folder });
      console.log(values.json ? JSON.stringify(answers) : answers.map(print).join("\n\n"));
    }
    return 0;
  } finally {
    await app.close();
    await store.close();
  }
}

function messages(positionals: readonly string[]): AsyncIterable<string> | readonly string[] {
  if (positionals.length === 1 && positionals[0] === "-") {
    return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  }
  return [positionals.join(" ")];
}

function chatOf(given: unknown): ChatId {
  if (typeof given !== "string") return "terminal:local";
  return isChatId(given) ? given : `terminal:${given}`;
}

async function ask(
  app: App,
  {
    text,
    chat,
    folder,
  }: { readonly text: string; readonly chat: ChatId; readonly folder: () => Promise<string> },
): Promise<readonly TerminalMessage[]> {
  const reply = await app.dispatch({
    id: crypto.randomUUID(),
    chat,
    chatKind: "private",
    chatName: "",
    sender: { id: chat, name: "" },
    text,
    addressed: true,
    isChatAdmin: async () => true,
  });
  return reply ? [await encode(reply, folder)] : [];
}

function print({ text, image, file, actions }: TerminalMessage): string {
  return [
    text,
    ...(image ? [words.run.picture(image.path)] : []),
    ...(file ? [words.run.file(file.path)] : []),
    ...actions.map(({ label, command }) => words.run.action(label, command)),
  ].join("\n");
}
