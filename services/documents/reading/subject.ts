import type { Heading } from "#services/documents/reading/heading.ts";
import { anyAt, type Passage, places } from "#services/documents/reading/passage.ts";
import type { UnitResolver } from "#services/documents/reading/unit-resolver.ts";
import { fold } from "#services/text/fold.ts";
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

/**
 * The unit whose letter this is: named in the heading, else by its place and what the text calls itself
 * ("Tiến Thắng, ngày …" and "UBND xã"), else the unit an article speaks of.
 */
export function subjectOf(heading: Heading, body: readonly Passage[], resolver: UnitResolver): Unit | null {
  const named = body.flatMap((passage) => titledUnits(passage, resolver).map(({ unit }) => unit));
  const stated = heading.issuer ? amongNamed(heading.issuer, named, resolver) : null;
  return stated ?? placed(heading, body, named, resolver) ?? spokenOf(body, named, resolver);
}

const AUTHORITIES = ["ubnd", "uy ban nhan dan"];
const OWN_TITLES = ["xa", "phuong", "thi tran", "dac khu", "huyen", "quan", "thi xa", "thanh pho", "tinh"];

function placed(
  heading: Heading,
  body: readonly Passage[],
  named: readonly Unit[],
  resolver: UnitResolver,
): Unit | null {
  if (!heading.place) return null;
  const titles = body.flatMap((passage) => selfTitles(passage));
  for (const title of mostOften(titles)) {
    const found = amongNamed(`${title} ${heading.place}`, named, resolver);
    if (found && fold(found.title) === fold(title)) return found;
  }
  return null;
}

/** The one unit of this name; where there are several, the one in the district or province the text names most. */
function amongNamed(words: string, named: readonly Unit[], resolver: UnitResolver): Unit | null {
  const around = mostOften(
    named.filter((unit) => unit.kind === "district" || unit.kind === "province").map(({ id }) => id),
  );
  for (const near of [undefined, ...around]) {
    const unit = resolver.anywhere(words, near);
    if (unit) return unit;
  }
  return resolver.roughly(words);
}

/** What the text calls its own authority: "UBND xã công bố" without a name behind it. */
function selfTitles(passage: Passage): readonly string[] {
  return AUTHORITIES.flatMap((words) => places(passage, words)).flatMap(({ end }) => {
    const title = OWN_TITLES.map((words) => ({ words, found: anyAt(passage, end, [words]) })).find(
      ({ found }) => found !== null,
    );
    const isNamed = title?.found && /^\s\p{Lu}/u.test(passage.text.slice(title.found.end));
    return title && !isNamed ? [title.words] : [];
  });
}

const MIN_MENTIONS = 1;

/** The province or district an article names most; else the one all named districts lie in. */
function spokenOf(body: readonly Passage[], named: readonly Unit[], resolver: UnitResolver): Unit | null {
  const authorities = named.filter((unit) => unit.kind === "province" || unit.kind === "district");
  const provinces = authorities.filter((unit) => unit.kind === "province");
  const [most] = mostOften((provinces.length >= MIN_MENTIONS ? provinces : []).map(({ id }) => id));
  if (most) return resolver.units.get(most) ?? null;

  const parents = new Set(authorities.map((unit) => unit.parent));
  const [parent] = parents;
  if (parents.size === 1 && parent && saysProvince(body)) return resolver.units.get(parent) ?? null;
  const ids = new Set((authorities.length > 0 ? authorities : named).map(({ id }) => id));
  return ids.size === 1 ? (named.find(({ id }) => ids.has(id)) ?? null) : null;
}

function saysProvince(body: readonly Passage[]): boolean {
  return body.some((passage) => /\b(ubnd|uy ban nhan dan) (tinh|thanh pho)\b/u.test(passage.folded));
}

function mostOften(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
