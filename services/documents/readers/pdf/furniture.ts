import { type Line, textOf } from "#services/documents/readers/pdf/lines.ts";
import type { PageItem, PageLayout } from "#services/documents/readers/pdf/page-layout.ts";
import { fold } from "#services/text/fold.ts";

/** Of the page's height: where page numbers and running titles stand, at the top and at the bottom. */
const MARGIN = 0.1;
const PAGE_NUMBER = /^[-–—\s]*(?:trang\s*)?\d{1,3}(?:\s*\/\s*\d{1,3})?[-–—\s]*$/iu;

/** Pages without their numbers, and without running titles and marks but the first of each. */
export function withoutFurniture(pages: readonly PageLayout[]): readonly PageLayout[] {
  const seen = new Set<string>();
  return pages.map((page) => {
    const here: string[] = [];
    const items = page.items.filter((item) => {
      if (item.type === "table" || !isAtEdge(item, page)) return true;
      if (PAGE_NUMBER.test(textOf(item.line))) return false;
      const key = keyOf(item.line);
      here.push(key);
      return !seen.has(key);
    });
    for (const key of here) seen.add(key);
    const asides = page.asides.filter((line) => !seen.has(keyOf(line)));
    for (const line of page.asides) seen.add(keyOf(line));
    return { ...page, items, asides };
  });
}

/** In a margin, and nothing but other such lines between it and the page's edge. */
function isAtEdge({ at }: PageItem, { height }: PageLayout): boolean {
  return at < height * MARGIN || at > height * (1 - MARGIN);
}

/** Running titles differ by the page's number alone. */
const keyOf = (line: Line): string =>
  `${fold(textOf(line)).replace(/\d+/gu, "#")} ${Math.round(line.middle / 4)}`;
