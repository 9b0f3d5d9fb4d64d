import { expect, it } from "vitest";
import { withPdf } from "#services/documents/readers/pdf/open-pdf.ts";
import { pagePicture } from "#services/documents/readers/pdf/page-picture.ts";
import { bytesIn } from "#test/services/documents/files/office-set.ts";

it("a page is drawn at 200 dots an inch, with its letters", async () => {
  const bytes = bytesIn("pdf/tienlu.libreoffice.pdf");
  const { width, height, rgba } = await withPdf(bytes, async (pdf) => pagePicture(await pdf.getPage(1), 1));
  expect([width, height]).toEqual([1654, 2339]);
  const dark = rgba.filter((value, i) => i % 4 === 0 && value < 128).length;
  expect(dark / (width * height)).toBeGreaterThan(0.02);
  expect(dark / (width * height)).toBeLessThan(0.2);
});

it("a page too large to be drawn is refused before it is", async () => {
  const drawn = withPdf(bytesIn("hostile/hugebox.pdf"), async (pdf) => pagePicture(await pdf.getPage(1), 1));
  await expect(drawn).rejects.toMatchObject({ code: "odd-page" });
});
