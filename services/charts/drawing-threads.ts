import type { DrawTask } from "#services/charts/renderer/worker.ts";
import type { ChartSpec } from "#services/reply/chart.ts";
import type { PictureFormat } from "#services/reply/reply.ts";
import { createWorkerThreads, type ThreadLimits } from "#services/threads/worker-threads.ts";

/** Draws pictures somewhere; rejects when a picture cannot be drawn. */
export interface Renderer {
  draw(spec: ChartSpec, format: PictureFormat): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Draws in worker threads, so that answers never wait for a picture; nothing is loaded before the first one. */
export function createDrawingThreads(limits: ThreadLimits = {}): Renderer {
  const threads = createWorkerThreads<DrawTask, Uint8Array>({
    ...limits,
    file: new URL("./renderer/worker.ts", import.meta.url),
    name: "draw",
    // Only the bundled font may be seen; nothing else of our environment is a drawing's business.
    env: { DISABLE_SYSTEM_FONTS_LOAD: "1" },
  });
  return {
    draw: (spec, format) => threads.run({ spec, format }),
    close: threads.close,
  };
}
