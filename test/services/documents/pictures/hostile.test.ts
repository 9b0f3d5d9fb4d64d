import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readDocument } from "#services/documents/read-document.ts";
import { bytesIn } from "#test/services/documents/files/office-set.ts";

const LONG_MS = 300_000;
const read = (bytes: Uint8Array) => readDocument({ name: "", bytes });

/** A png of 30,000 × 30,000 pixels that says so in its head; nobody has to unpack it. */
function vastPng(): Uint8Array {
  const png = Uint8Array.from(bytesIn("scans/tienlu.p3.bin200.png"));
  const view = new DataView(png.buffer);
  view.setUint32(16, 30_000);
  view.setUint32(20, 30_000);
  view.setUint32(29, crcOf(png.subarray(12, 29)));
  return png;
}

/** As png reckons it (ISO 15948, annex D). */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

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
