import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocument } from "#services/documents/read-document.ts";
import { bytesIn } from "#test/services/documents/files/office-set.ts";
import { compound, HOSTILE_FILES } from "#test/support/hostile-files.ts";

const refusalOf = (bytes: Uint8Array): Promise<unknown> =>
  readDocument({ name: "a.docx", bytes }).then(
    () => null,
    (error: unknown) => (error as { code?: string }).code ?? error,
  );

/** A machine may be busy. */
const LONG_MS = 300_000;

describe("a file that was made to do harm", () => {
  // What no limit but a deadline ends is tried in its process.
  for (const { name, codes, bytes } of HOSTILE_FILES.filter(({ name }) => name !== "lines.pdf")) {
    it(`is refused as ${codes}: ${name}`, { timeout: LONG_MS }, async () => {
      expect(codes).toContain(await refusalOf(bytes()));
    });
  }

  it("makes no table larger than its cells, however far one is merged", async () => {
    const { blocks } = await readDocument({ name: "", bytes: bytesIn("hostile/merge.xlsx") });
    expect(blocks).toEqual([
      { type: "paragraph", text: "S" },
      { type: "paragraph", text: "1" },
    ]);
  });

  it("is refused with macros in it", async () => {
    const macro = new Uint8Array(8);
    expect(await refusalOf(zipSync({ "word/document.xml": macro, "word/vbaProject.bin": macro }))).toBe(
      "macros",
    );
    expect(await refusalOf(zipSync({ "xl/workbook.xml": macro, "xl/vbaProject.bin": macro }))).toBe("macros");
  });

  it("is refused with a password, or with macros in the formats of before", async () => {
    expect(await refusalOf(compound("EncryptionInfo", "EncryptedPackage"))).toBe("password");
    expect(await refusalOf(compound("WordDocument", "Macros/VBA/dir"))).toBe("macros");
    expect(await refusalOf(compound("Workbook", "_VBA_PROJECT_CUR/VBA/dir"))).toBe("macros");
    expect(await refusalOf(compound("PowerPoint Document"))).toBe("unsupported-format");
    expect(await refusalOf(new TextEncoder().encode("{\\rtf1\\ansi xã Thủ Sỹ}"))).toBe("rtf");
  });

  it("gives a refusal or a part of it, and nothing else, wherever it was cut off or spoilt", async () => {
    for (const path of ["doc/hue.doc", "office/tricky.doc", "docx/hue.docx"]) {
      const whole = bytesIn(path);
      for (let i = 1; i < 24; i += 1) {
        const cut = await refusalOf(whole.slice(0, Math.floor((whole.length * i) / 24)));
        const spoilt = whole.slice();
        spoilt.fill(0xa7, Math.floor((whole.length * i) / 24), Math.floor((whole.length * i) / 24) + 97);
        for (const outcome of [cut, await refusalOf(spoilt)])
          expect(outcome === null || typeof outcome === "string", `${path} ${i}: ${outcome}`).toBe(true);
      }
    }
  });
});
