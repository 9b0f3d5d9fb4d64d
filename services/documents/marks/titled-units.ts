import { type Passage, places } from "#services/documents/marks/passage.ts";
import type { UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { oncePer } from "#services/text/once-per.ts";
import type { Unit } from "#services/units/unit.ts";

const TITLE =
  "tỉnh|thành phố|Thành phố|TP\\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|Tỉnh|Huyện|Quận|Thị xã|Xã|Phường|Đặc khu";
const NAME = String.raw`\p{Lu}[\p{L}]*(?:[ -](?:- )?\p{Lu}[\p{L}]*){0,4}`;
const TITLED = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:${TITLE})\s+${NAME}|TP\.?\s?HCM|Tp\.?\s?HCM|TPHCM|Tp\.?\s?Hồ Chí Minh)`,
  "gu",
);

/** A unit named with its title in running text. */
export interface NamedUnit {
  readonly start: number;
  readonly end: number;
  readonly unit: Unit;
  /** As the text calls it: "tỉnh" of what has since become a city. */
  readonly title: string;
}

/** "tỉnh Đồng Nai", "TPHCM", "huyện Lâm Hà": clean text only, where capitals can be trusted. */
export function titledUnits(passage: Passage, resolver: UnitResolver, near?: string): readonly NamedUnit[] {
  return titledNames(passage).flatMap(({ start, words }) => {
    const parts = words.split(" ");
    for (let length = parts.length; length >= 1; length -= 1) {
      const text = parts.slice(0, length).join(" ");
      const unit = passage.scanned ? resolver.roughly(text, near) : resolver.anywhere(text, near);
      if (unit) return [{ start, end: start + text.length, unit, title: titleIn(text, unit) }];
    }
    return [];
  });
}

/** A title with the capital words behind it, as written; in a scan the title put right. */
export interface TitledName {
  readonly start: number;
  readonly words: string;
}

export const titledNames = oncePer((passage: Passage): readonly TitledName[] =>
  passage.scanned
    ? scannedTitles(passage)
    : [...passage.text.matchAll(TITLED)].map((match) => ({ start: match.index, words: match[0] })),
);

const SCANNED_TITLES = ["tinh", "thanh pho", "huyen", "thi xa", "thi tran", "phuong"];
const NAME_BEHIND = new RegExp(String.raw`^\s(${NAME})`, "u");

/** In a scan: words that may be a title, put right, with the capital words behind them. */
function scannedTitles(passage: Passage): readonly TitledName[] {
  const hcm = [...passage.text.matchAll(/(?<!\p{L})TP\.?\s?HCM(?!\p{L})/gu)].map((match) => ({
    start: match.index,
    words: match[0],
  }));
  const titled = SCANNED_TITLES.flatMap((title) =>
    places(passage, title).flatMap(({ start, end }) => {
      const [, name] = NAME_BEHIND.exec(passage.text.slice(end)) ?? [];
      const gap = end - start - title.length;
      return name ? [{ start: start + gap, words: `${title} ${name}` }] : [];
    }),
  );
  return [...titled, ...hcm].sort((a, b) => a.start - b.start);
}

function titleIn(text: string, unit: Unit): string {
  const written = /^(tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|thành phố)(?=\s)/iu
    .exec(text)?.[1]
    ?.toLowerCase();
  return written ?? unit.title;
}
