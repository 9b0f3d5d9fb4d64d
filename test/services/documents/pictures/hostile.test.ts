import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readDocument } from "#services/documents/read-document.ts";
import { bytesIn } from "#test/services/documents/files/office-set.ts";
import { vastPng } from "#test/support/hostile-files.ts";

const LONG_MS = 300_000;
const read = (bytes: Uint8Array) => readDocument({ name: "", bytes });

describe("a picture that cannot be read is refused with its own reason", () => {
  it("when it has too many pixels, before they are unpacked", async () => {
    await expect(read(vastPng())).rejects.toMatchObject({
      code: "large-picture",
      facts: { page: 1, megapixels: 40 },
    });
  });

  it("when it did not arrive whole", async () => {
    const whole = bytesIn("scans/tienlu.p3.s110.jpg");
    await expect(read(whole.slice(0, whole.length / 2))).rejects.toMatchObject({ code: "damaged-picture" });
    await expect(read(whole.slice(0, 40))).rejects.toMatchObject({
      code: "damaged-picture",
      facts: { page: 1 },
    });
  });

  it("when nothing is written on it", { timeout: LONG_MS }, async () => {
    const blank = await sharp({ create: { width: 900, height: 1200, channels: 3, background: "#f4f1ea" } })
      .jpeg()
      .toBuffer();
    await expect(read(blank)).rejects.toMatchObject({ code: "no-text-seen" });
  });
});
