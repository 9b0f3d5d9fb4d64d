import { describe, expect, it } from "vitest";
import { readDocument } from "#services/documents/read-document.ts";
import { createReadingProcess } from "#services/documents/reading-process.ts";
import { bytesIn, fileOf } from "#test/services/documents/files/office-set.ts";
import { textAt, tinyPdf } from "#test/support/tiny-pdf.ts";

/** A process has what time the machine has left. */
const LONG_MS = 300_000;

const hostile = (name: string) => fileOf(`hostile/${name}.pdf`);

describe("a pdf that cannot be read", () => {
  it("is refused with its own reason", async () => {
    await expect(hostile("enc")).rejects.toMatchObject({ code: "password" });
    await expect(hostile("trunc")).rejects.toMatchObject({ code: "damaged-pdf" });
    await expect(hostile("hugebox")).rejects.toMatchObject({ code: "odd-page", facts: { page: 1 } });
    await expect(hostile("hugeimage")).rejects.toMatchObject({ code: "scanned-pdf", facts: { page: 1 } });
  });

  it("is refused for its pages before one is read", async () => {
    const pages = Array.from({ length: 51 }, () => ({ content: textAt(60, 700, "88,03") }));
    await expect(readDocument({ name: "", bytes: tinyPdf(pages) })).rejects.toMatchObject({
      code: "too-many-pages",
      facts: { pages: 51, most: 50 },
    });
  });

  it("is ended in its process when its drawing never ends", { timeout: LONG_MS }, async () => {
    const process = createReadingProcess({ stepMs: 4_000, memoryMb: 4_096 });
    const bomb = tinyPdf([{ content: "0 0 m 10 10 l S\n".repeat(8_000_000) }]);
    try {
      await expect(process.read({ name: "", bytes: bomb })).rejects.toMatchObject({
        code: expect.stringMatching(/^too-(?:slow|heavy)$/u),
      });
    } finally {
      await process.close();
    }
  });

  it("is refused wherever it is cut", async () => {
    const whole = bytesIn("pdf/tienlu.untagged.pdf");
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.99])
      await expect(
        readDocument({ name: "", bytes: whole.slice(0, whole.length * share) }),
      ).rejects.toMatchObject({
        code: "damaged-pdf",
      });
  });

  it("opens when only changes are forbidden", async () => {
    const { blocks } = await hostile("owneronly");
    expect(blocks).toEqual((await fileOf("pdf/tienlu.chromium.pdf")).blocks);
  });
});
