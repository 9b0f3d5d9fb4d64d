import { once } from "node:events";
import { createServer } from "node:net";

/** Below those that systems give to whoever asks for any, so that nobody is given one between two uses of it. */
const [FIRST, LAST] = [10_000, 32_000];

/** A loopback port on which nothing listens. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, "127.0.0.1");
  const isHeard = await Promise.race([
    once(probe, "listening").then(() => true),
    once(probe, "error").then(() => false),
  ]);
  if (isHeard) await once(probe.close(), "close");
  return isHeard;
}
