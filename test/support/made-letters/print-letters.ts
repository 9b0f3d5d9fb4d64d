import { withPage } from "#test/support/browser.ts";
import { letterHtml } from "#test/support/made-letters/letter-html.ts";
import { type MadeLetter, madeLetter } from "#test/support/made-letters/made-letter.ts";

export interface PrintedLetter {
  readonly letter: MadeLetter;
  readonly pdf: Uint8Array;
}

/** Chromium prints the letters of some seeds, as `make` makes them, with what `over` lays over each. */
export function printLetters(
  seeds: readonly number[],
  make: (seed: number) => MadeLetter = madeLetter,
  over: (letter: MadeLetter) => string = () => "",
): Promise<readonly PrintedLetter[]> {
  return withPage("about:blank", {}, async (page) => {
    const printed: PrintedLetter[] = [];
    for (const seed of seeds) {
      const letter = make(seed);
      await page.setContent(letterHtml(letter, over(letter)));
      const pdf = await page.pdf({
        preferCSSPageSize: true,
        tagged: seed % 2 === 0,
        displayHeaderFooter: letter.isNumbered,
        headerTemplate: "<span></span>",
        footerTemplate:
          '<div style="font-size: 9pt; width: 100%; text-align: center"><span class="pageNumber"></span></div>',
      });
      printed.push({ letter, pdf });
    }
    return printed;
  });
}
