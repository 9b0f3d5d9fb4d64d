import { setTimeout as sleep } from "node:timers/promises";

/** A first start builds its program before it listens. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 500;

/** Whether the bot at that address says that it lives, asked again until it does; false = not in time. */
export async function untilAnswers(
  host: string,
  port: number,
  { patienceMs = PATIENCE_MS, pauseMs = PAUSE_MS } = {},
): Promise<boolean> {
  const url = `http://${addressOf(host)}:${port}/healthz`;
  const end = performance.now() + patienceMs;
  do {
    if (await lives(url)) return true;
    await sleep(pauseMs);
  } while (performance.now() < end);
  return false;
}

/** Where to call what listens on every address of the machine. */
export const addressOf = (host: string): string => (host === "0.0.0.0" ? "127.0.0.1" : host);

async function lives(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  return answer?.ok === true;
}
