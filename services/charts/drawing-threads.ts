import type { Tinypool } from "tinypool";
import type { ChartSpec } from "#services/charts/chart.ts";
import type { DrawTask } from "#services/charts/renderer/worker.ts";
import type { PictureFormat } from "#services/reply/reply.ts";

/** Draws pictures somewhere; rejects when a picture cannot be drawn. */
export interface Renderer {
  draw(spec: ChartSpec, format: PictureFormat): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface DrawingThreadsOptions {
  /** Pictures drawn at the same time; one leaves a core of a small machine to the answers. */
  readonly threads?: number;
  /** For one drawing, from the moment its thread begins. */
  readonly timeoutMs?: number;
  /** A thread without work for so long ends and gives its memory back. */
  readonly idleMs?: number;
}

/** Draws in worker threads, so that answers never wait for a picture; nothing is loaded before the first one. */
export function createDrawingThreads(options: DrawingThreadsOptions = {}): Renderer {
  const { threads = 1, timeoutMs = 10_000, idleMs = 120_000 } = options;
  const turns = createTurns(threads);
  let pool: Promise<Tinypool> | undefined;

  return {
    draw: (spec, format) =>
      turns(async () => {
        pool ??= openPool(threads, idleMs);
        const task: DrawTask = { spec, format };
        return (await pool).run(task, { signal: AbortSignal.timeout(timeoutMs) });
      }),
    async close() {
      await (await pool)?.destroy();
    },
  };
}

async function openPool(threads: number, idleMs: number): Promise<Tinypool> {
  const { Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    filename: new URL("renderer/thread.mjs", import.meta.url).href,
    name: "draw",
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    execArgv: [],
    // Only the bundled font may be seen; nothing else of our environment is a drawing's business.
    env: { DISABLE_SYSTEM_FONTS_LOAD: "1" },
  });
  // A thread that breaks between two pictures is replaced at the next one.
  pool.on("error", () => undefined);
  return pool;
}

/** Runs at most so many at once, the others in order: time spent waiting is not drawing time. */
function createTurns(atOnce: number) {
  const waiting: (() => void)[] = [];
  let free = atOnce;

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
