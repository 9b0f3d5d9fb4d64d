import { type Passage, places } from "#services/documents/marks/passage.ts";
import type { UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { fold } from "#services/text/fold.ts";
import { oncePer } from "#services/text/once-per.ts";
import type { Unit } from "#services/units/unit.ts";

const TITLE =
  "tỉnh|thành phố|Thành phố|TP|Tp|TX|TT|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|Tỉnh|Huyện|Quận|Thị xã|Thị trấn|Xã|Phường|Đặc khu";
const SHORT_TITLES: Readonly<Record<string, string>> = {
  tp: "thành phố",
  tx: "thị xã",
  tt: "thị trấn",
  đk: "đặc khu",
  h: "huyện",
  x: "xã",
  p: "phường",
  q: "quận",
};
const SHORT = "(?:TP|Tp|TX|Tx|TT|Tt|ĐK|[HXPQ])\\.";
/** Ends before the next unit: "huyện Khoái Châu Xã Tân Châu". */
const NAME = String.raw`\p{Lu}[\p{L}]*(?:[ -](?:- )?(?!(?:Xã|Phường|Huyện|Quận|Tỉnh|Thị (?:xã|trấn)|Thành phố|Đặc khu)\s)\p{Lu}[\p{L}]*){0,4}`;
/** Names end in a number too: "xã A Lưới 1"; "xã Thủ Sỹ 85,5" does not. */
const NUMBERED = String.raw`(?:\s\d{1,2}(?![\d.,/%]))?`;
const TITLED = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:(?:${TITLE})\s+|${SHORT}\s?)${NAME}${NUMBERED}|TP\.?\s?HCM|Tp\.?\s?HCM|TPHCM|Tp\.?\s?Hồ Chí Minh)`,
  "gu",
);

/** A unit named with its title in running text. */
export interface NamedUnit {
  readonly start: number;
  readonly end: number;
  readonly unit: Unit;
  /** As the text calls it: "tỉnh Thừa Thiên Huế" of what has since become thành phố Huế. */
  readonly called: Pick<Unit, "title" | "name">;
}

/** "tỉnh Đồng Nai", "TPHCM", "huyện Lâm Hà": clean text only, where capitals can be trusted. */
export function titledUnits(passage: Passage, resolver: UnitResolver, near?: string): readonly NamedUnit[] {
  return titledNames(passage).flatMap(({ start, words }) => {
    const parts = words.split(" ");
    for (let length = parts.length; length >= 1; length -= 1) {
      const text = parts.slice(0, length).join(" ");
      const unit = passage.scanned ? resolver.roughly(text, near) : resolver.anywhere(text, near);
      if (unit) return [{ start, end: start + text.length, unit, called: calledIn(text, unit) }];
      // "xã Ba Vì" of two districts is neither, and no "xã Ba".
      if (!passage.scanned && resolver.isName(text)) return [];
    }
    return [];
  });
}

/** "TT. Phú Thịnh" → "thị trấn Phú Thịnh"; null = the title is written in full. */
export function withFullTitle(words: string): string | null {
  const [all, short = ""] = /^(\p{L}{1,2})(?:\.\s?|\s)(?=\p{Lu})/u.exec(words) ?? [];
  const title = SHORT_TITLES[short.toLowerCase()];
  return all && title ? `${title} ${words.slice(all.length)}` : null;
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

function calledIn(text: string, unit: Unit): NamedUnit["called"] {
  const [, written, name = ""] =
    /^(tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|thành phố)\s(.*)$/iu.exec(text) ?? [];
  const title = written?.toLowerCase() ?? unit.title;
  const former = title === unit.title ? undefined : unit.aliases.find((alias) => fold(alias) === fold(name));
  return { title, name: former ?? unit.name };
}
