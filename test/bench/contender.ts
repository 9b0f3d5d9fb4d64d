import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { putSample } from "#services/sample/put-sample.ts";
import { openStore } from "#services/store/open-store.ts";

export interface Contender<Request, Answer> {
  /** The bot's process. */
  readonly pid: number;
  readonly storeUrl: string;
  /** Asks the fake Telegram. Rejects with what it failed with. */
  ask(request: Request): Promise<Answer>;
  stop(): Promise<void>;
}

/**
 * A bot in a process of its own, on a fake Telegram in another (module `telegram`), with the sample's results in its
 * store.
 */
export async function startContender<Request extends object, Answer extends object>(
  program: readonly string[],
  {
    telegram: module,
    settings = {},
  }: { readonly telegram: string; readonly settings?: NodeJS.ProcessEnv | undefined },
): Promise<Contender<Request, Answer>> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-bench-"));
  const storeUrl = `file:${join(folder, "bench.db")}`;
  const store = await openStore(storeUrl);
  await putSample(store);
  await store.close();

  const telegram = fork(module, { execArgv: ["--import", "tsx"] });
  const [{ apiRoot, token }] = (await once(telegram, "message")) as [{ apiRoot: string; token: string }];
  const env = {
    PATH: process.env.PATH,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    STORE_URL: storeUrl,
    PORT: "0",
    LOG_LEVEL: "silent",
    ...settings,
  };
  const bot = spawn(process.execPath, program, {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return {
    pid: bot.pid ?? 0,
    storeUrl,
    ask: (request) => ask<Answer>(telegram, request),
    async stop() {
      const gone = once(bot, "exit");
      bot.kill("SIGTERM");
      await gone;
      telegram.disconnect();
      await once(telegram, "exit");
      await rm(folder, { recursive: true });
    },
  };
}

async function ask<Answer>(telegram: ChildProcess, request: object): Promise<Answer> {
  telegram.send(request);
  const [answer] = (await once(telegram, "message")) as [Answer | { error: string }];
  if (isFailure(answer)) throw new Error(answer.error);
  return answer;
}

const isFailure = (answer: unknown): answer is { readonly error: string } =>
  typeof answer === "object" && answer !== null && "error" in answer;
