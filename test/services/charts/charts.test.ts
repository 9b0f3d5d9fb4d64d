import { afterEach, describe, expect, it } from "vitest";
import { type Charts, type ChartsOptions, createCharts } from "#services/charts/charts.ts";
import { createDrawingThreads } from "#services/charts/drawing-threads.ts";
import type { ChartSpec } from "#services/reply/chart.ts";
import { profileChart, tienLuChart } from "#test/support/chart-specs.ts";

let charts: Charts | undefined;

afterEach(async () => {
  await charts?.close();
});

describe("a picture", () => {
  it("says its size, words and key without being drawn", () => {
    const { picture, drawings } = withCountedPixels();
    const { width, height, alt, key } = picture(tienLuChart());
    expect({ width, alt, key }).toEqual({
      width: 1080,
      alt: tienLuChart().alt,
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(height).toBeGreaterThan(1200);
    expect(drawings()).toBe(0);
  });

  it("has the same key for the same content only", () => {
    const { picture } = withCountedPixels();
    expect(picture(tienLuChart()).key).toBe(picture(tienLuChart()).key);
    expect(picture(tienLuChart(5)).key).not.toBe(picture(tienLuChart()).key);
  });

  it("is drawn once for all who ask at the same time, and for all who ask later", async () => {
    const { picture, drawings } = withCountedPixels();
    await Promise.all([picture(tienLuChart()).bytes("jpeg"), picture(tienLuChart()).bytes("jpeg")]);
    await picture(tienLuChart()).bytes("jpeg");
    expect(drawings()).toBe(1);
    await picture(tienLuChart()).bytes("png");
    expect(drawings()).toBe(2);
  });

  it("is forgotten when newer ones need its room", async () => {
    const { picture, drawings } = withCountedPixels({ cacheBytes: 250 });
    for (const count of [1, 2, 3, 1]) await picture(tienLuChart(count)).bytes("png");
    expect(drawings()).toBe(4);
  });

  it("rejects when drawing fails, and is tried again the next time", async () => {
    let broken = true;
    const draw = async () => {
      if (broken) throw new Error("no ink");
      return new Uint8Array(1);
    };
    charts = createCharts({ renderer: { draw, close: async () => {} } });
    const picture = charts.picture(tienLuChart());
    await expect(picture.bytes("png")).rejects.toThrow("no ink");
    broken = false;
    await expect(picture.bytes("png")).resolves.toHaveLength(1);
  });
});

describe("drawing threads", () => {
  it("draw both kinds of picture in both formats", async () => {
    charts = createCharts();
    for (const spec of [tienLuChart(), profileChart()] as ChartSpec[]) {
      const { bytes } = charts.picture(spec);
      expect([...(await bytes("png")).subarray(1, 4)]).toEqual(
        [..."PNG"].map((letter) => letter.charCodeAt(0)),
      );
      expect([...(await bytes("jpeg")).subarray(0, 2)]).toEqual([0xff, 0xd8]);
    }
  });

  it("reject a picture that cannot be drawn and go on with the next", async () => {
    charts = createCharts();
    const wrong = charts.picture({ ...tienLuChart(), axis: { min: 0, max: 1 } });
    const right = charts.picture(tienLuChart());
    await expect(wrong.bytes("png")).rejects.toThrow("outside the axis");
    await expect(right.bytes("png")).resolves.toBeInstanceOf(Uint8Array);
  });

  it("give up a drawing that takes too long", async () => {
    const threads = createDrawingThreads({ timeoutMs: 1 });
    await expect(threads.draw(tienLuChart(), "png")).rejects.toThrow();
    await threads.close();
  });

  it("close without ever having drawn", async () => {
    await expect(createDrawingThreads().close()).resolves.toBeUndefined();
  });
});

/** Pictures of 100 bytes, and how many were drawn. */
function withCountedPixels(options: ChartsOptions = {}) {
  let count = 0;
  const draw = async () => {
    count += 1;
    await Promise.resolve();
    return new Uint8Array(100);
  };
  charts = createCharts({ ...options, renderer: { draw, close: async () => {} } });
  return { picture: charts.picture, drawings: () => count };
}
