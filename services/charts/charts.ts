import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { createDrawingThreads, type Renderer } from "#services/charts/drawing-threads.ts";
import { layoutOf } from "#services/charts/layout/layout.ts";
import { STYLE_VERSION } from "#services/charts/layout/style.ts";
import { loadTypeface, type Typeface } from "#services/charts/layout/typeface.ts";
import { type Metrics, unmeasured } from "#services/metrics.ts";
import type { ChartSpec } from "#services/reply/chart.ts";
import type { Picture, PictureFormat } from "#services/reply/reply.ts";

export interface Charts {
  /** The picture of a spec; nothing is drawn until its bytes are asked for. */
  picture(spec: ChartSpec): Picture;
  close(): Promise<void>;
}

export interface ChartsOptions {
  /** Stays the caller's to close; without one, drawing threads are opened and closed here. */
  readonly renderer?: Renderer;
  /** Pictures drawn at the same time by our own threads. */
  readonly workers?: number;
  /** Drawn pictures kept for the next who asks. */
  readonly cacheBytes?: number;
  /** Told how long each drawing takes. */
  readonly metrics?: Metrics;
}

const MEBIBYTE = 2 ** 20;

/** Draws each picture once, however many ask for it, and remembers the latest by their content. */
export function createCharts(options: ChartsOptions = {}): Charts {
  const { cacheBytes = 32 * MEBIBYTE, workers = 1, metrics = unmeasured } = options;
  const renderer = options.renderer ?? createDrawingThreads({ threads: workers });
  const drawn = new LRUCache<string, Uint8Array>({
    maxSize: cacheBytes,
    sizeCalculation: (bytes) => Math.max(1, bytes.length),
  });
  const drawing = new Map<string, Promise<Uint8Array>>();
  const typeface = lazy(loadTypeface);

  const draw = (spec: ChartSpec, format: PictureFormat, id: string) => {
    const started = metrics
      .time("render", spec.type, () => renderer.draw(spec, format))
      .finally(() => drawing.delete(id));
    drawing.set(id, started);
    return started.then((bytes) => {
      drawn.set(id, bytes);
      return bytes;
    });
  };

  return {
    picture(spec) {
      const key = keyOf(spec);
      return pictureOf(spec, key, typeface, async (format) => {
        const id = `${key}.${format}`;
        return drawn.get(id) ?? drawing.get(id) ?? draw(spec, format, id);
      });
    },
    async close() {
      if (!options.renderer) await renderer.close();
    },
  };
}

/** Measured only when a channel asks for the size. */
function pictureOf(spec: ChartSpec, key: string, typeface: () => Typeface, bytes: Picture["bytes"]): Picture {
  const size = lazy(() => layoutOf(spec, typeface()));
  return {
    key,
    spec,
    alt: spec.alt,
    get width() {
      return size().width;
    },
    get height() {
      return size().height;
    },
    bytes,
  };
}

function keyOf(spec: ChartSpec): string {
  return createHash("sha256")
    .update(`${STYLE_VERSION} ${JSON.stringify(spec)}`)
    .digest("hex");
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
