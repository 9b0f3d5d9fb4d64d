import { createCanvas, ImageData } from "@napi-rs/canvas";
import { orDamaged, withPdf } from "#services/documents/readers/pdf/open-pdf.ts";
import { pagePicture } from "#services/documents/readers/pdf/page-picture.ts";
import { withPage } from "#test/support/browser.ts";
import { letterOverlay, OVERLAYS } from "#test/support/made-letters/letter-overlays.ts";
import { type MadeLetter, madeLetter } from "#test/support/made-letters/made-letter.ts";
import { madeScan, type ScanKind } from "#test/support/made-letters/made-scan.ts";
import { printLetters } from "#test/support/made-letters/print-letters.ts";
import { inOneFile, type MakePapers, type Paper } from "./paper.ts";

/** Letters as Chromium prints them. */
export const printed: MakePapers = async (seeds) =>
  (await printLetters(seeds)).map(({ letter, pdf }) => inOneFile(nameOf(letter), pdf, [letter.body]));

/** The same with a stamp, a signature or a mark laid over each. */
export const stamped: MakePapers = async (seeds) => {
  const over = ({ seed }: MadeLetter) => letterOverlay(OVERLAYS[seed % OVERLAYS.length] ?? "", seed).html;
  return (await printLetters(seeds, madeLetter, over)).map(({ letter, pdf }) =>
    inOneFile(nameOf(letter), pdf, [letter.body]),
  );
};

/** A scanned page takes seconds; two of them show how pages follow each other. */
const MOST_ROWS = 24;
const short = (seed: number): MadeLetter => {
  const letter = madeLetter(seed);
  return { ...letter, body: letter.body.slice(0, MOST_ROWS) };
};

const nameOf = ({ seed, borders }: MadeLetter): string => `seed ${seed} (${borders})`;

/** Pages of printed letters as pictures, worn in one of the ways given. */
export const scanned =
  (kinds: readonly ScanKind[]): MakePapers =>
  async (seeds) => {
    const papers: Paper[] = [];
    for (const { letter, pdf } of await printLetters(seeds, short)) {
      const kind = kinds[letter.seed % kinds.length] ?? "clean";
      const pages: Uint8Array[] = [];
      for (const page of await drawn(pdf)) pages.push(await madeScan(page, kind, letter.seed));
      papers.push({
        name: `${nameOf(letter)}, ${kind}`,
        files: pages.map((bytes) => ({ name: "", bytes })),
        tables: [letter.body],
      });
    }
    return papers;
  };

/** Papers of pictures, each as one pdf. */
export const bound =
  (make: MakePapers): MakePapers =>
  async (seeds) => {
    const papers = await make(seeds);
    return withPage("about:blank", {}, async (page) => {
      const pdfs: Paper[] = [];
      for (const { name, files, tables } of papers) {
        const sources = files.map(
          ({ bytes }) => `data:image;base64,${Buffer.from(bytes).toString("base64")}`,
        );
        await page.setContent(
          `<style>@page { margin: 0 } body { margin: 0 } img { display: block; width: 100vw; max-height: 100vh; break-after: page }</style>${sources.map((source) => `<img src="${source}">`).join("")}`,
        );
        await page.waitForFunction("[...document.images].every(({ complete }) => complete)");
        const isWide = await page.evaluate<boolean>(
          "document.images[0].naturalWidth > document.images[0].naturalHeight",
        );
        pdfs.push(inOneFile(name, await page.pdf({ format: "A4", landscape: isWide }), tables));
      }
      return pdfs;
    });
  };

/** The pages of a pdf as they would be printed, png. */
async function drawn(pdf: Uint8Array): Promise<readonly Uint8Array[]> {
  return withPdf(pdf, async (document) => {
    const pages: Uint8Array[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { width, height, rgba } = await pagePicture(await orDamaged(document.getPage(number)), number);
      const canvas = createCanvas(width, height);
      canvas.getContext("2d").putImageData(new ImageData(rgba, width, height), 0, 0);
      pages.push(await canvas.encode("png"));
    }
    return pages;
  });
}
