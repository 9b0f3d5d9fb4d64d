import { describe, expect, it } from "vitest";
import { readDocument } from "#services/documents/read-document.ts";
import { bytesIn, fileOf } from "#test/services/documents/files/office-set.ts";

const hostile = (name: string) => fileOf(`hostile/${name}.pdf`);

describe("a pdf that cannot be read", () => {
  it("is refused with its own reason", async () => {
    await expect(hostile("enc")).rejects.toMatchObject({ code: "password" });
    await expect(hostile("trunc")).rejects.toMatchObject({ code: "damaged-pdf" });
    await expect(hostile("hugebox")).rejects.toMatchObject({ code: "odd-page", facts: { page: 1 } });
    await expect(hostile("hugeimage")).rejects.toMatchObject({ code: "scanned-pdf", facts: { page: 1 } });
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
