import { describe, expect, it } from "vitest";
import { formatOf } from "#services/documents/format.ts";
import { readDocument } from "#services/documents/read-document.ts";
import { bytesIn } from "#test/services/documents/files/office-set.ts";

const named = (bytes: Uint8Array) => ({ name: "", bytes });
const headed = (...parts: readonly string[]) => Buffer.from(parts.join(""), "latin1");

describe("a paper in several files", () => {
  it("is the pictures of its pages, and nothing else", async () => {
    const word = named(bytesIn("docx/hue.docx"));
    await expect(readDocument([word, word])).rejects.toMatchObject({ code: "several-files" });
    await expect(readDocument([])).rejects.toMatchObject({ code: "empty" });
  });

  it("has no more pages and no more bytes than a file may have", async () => {
    const picture = named(headed("\u0089PNG\r\n"));
    await expect(readDocument(Array.from({ length: 51 }, () => picture))).rejects.toMatchObject({
      code: "too-many-pages",
      facts: { pages: 51, most: 50 },
    });
    const large = named(new Uint8Array(11 * 1024 * 1024));
    await expect(readDocument([large, large])).rejects.toMatchObject({ code: "too-large" });
  });
});

it("pictures that are read are told from other files in the same wrapping", () => {
  expect(formatOf(headed("RIFF", "\u0010\u0000\u0000\u0000", "WEBPVP8 "))).toBe("picture");
  expect(formatOf(headed("RIFF", "\u0010\u0000\u0000\u0000", "WAVEfmt "))).toBe("other");
  expect(formatOf(headed("\u00ff\u00d8\u00ff\u00e0"))).toBe("picture");
  expect(formatOf(headed("GIF89a"))).toBe("other");
});
