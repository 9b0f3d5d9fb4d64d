import type { Heading } from "#services/documents/letter/heading.ts";
import { bareProvinces } from "#services/documents/marks/bare-provinces.ts";
import { anyAt, type Passage, places } from "#services/documents/marks/passage.ts";
import { titledUnits } from "#services/documents/marks/titled-units.ts";
import type { UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { fold } from "#services/text/fold.ts";
import type { Unit } from "#services/units/unit.ts";

/**
 * The unit whose letter this is: named in the heading, else by its place and what the text calls itself
 * ("Tiến Thắng, ngày …" and "UBND xã"), else the unit an article speaks of.
 */
export function subjectOf(heading: Heading, body: readonly Passage[], resolver: UnitResolver): Unit | null {
  const named = body.flatMap((passage) => titledUnits(passage, resolver).map(({ unit }) => unit));
  const stated = heading.issuer ? amongNamed(heading.issuer, named, resolver) : null;
  if (stated) return stated;
  return (
    placed(heading, body, named, resolver) ?? onlyNamed(body, resolver) ?? spokenOf(body, named, resolver)
  );
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

/** "phường Trần Lãm (tỉnh Hưng Yên)": the one unit a text names, where each province in it only says where that lies. */
function onlyNamed(body: readonly Passage[], resolver: UnitResolver): Unit | null {
  const ids = new Set<string>();
  let only: Unit | null = null;
  for (const passage of body) {
    const titled = titledUnits(passage, resolver);
    for (const { start, unit } of [...titled, ...bareProvinces(passage, resolver)]) {
      const isProvince = unit.kind === "province";
      if (
        isProvince &&
        !titled.some(
          ({ end }) => LIES_IN.test(passage.folded.slice(end, Math.max(end, start))) && end <= start,
        )
      )
        return null;
      if (isProvince) continue;
      ids.add(unit.id);
      only = unit;
    }
  }
  return ids.size === 1 ? only : null;
}

const LIES_IN = /^\s?(?:,|\(|-|thuoc|cua)?\s?(?:tinh\s|thanh pho\s)?$/u;

/** With their titles or without. */
const provincesIn = (passage: Passage, resolver: UnitResolver): readonly string[] => [
  ...titledUnits(passage, resolver).flatMap(({ unit }) => (unit.kind === "province" ? [unit.id] : [])),
  ...bareProvinces(passage, resolver).map(({ unit }) => unit.id),
];

/** The province an article's headline names, else the province or district it names most; else the one all named districts lie in. */
function spokenOf(body: readonly Passage[], named: readonly Unit[], resolver: UnitResolver): Unit | null {
  const [headline] = body;
  const headed = headline ? provincesIn(headline, resolver) : [];
  if (new Set(headed).size === 1) return resolver.units.get(headed[0] ?? "") ?? null;
  const authorities = named.filter((unit) => unit.kind === "province" || unit.kind === "district");
  const provinces = authorities.filter((unit) => unit.kind === "province");
  const [most] = mostOften(provinces.map(({ id }) => id));
  if (most) return resolver.units.get(most) ?? null;
  const bare = spokenOfBarely(body, resolver);
  if (bare && authorities.every((unit) => unit.parent === bare.id)) return bare;

  const parents = new Set(authorities.map((unit) => unit.parent));
  const [parent] = parents;
  if (parents.size === 1 && parent && saysProvince(body)) return resolver.units.get(parent) ?? null;
  const ids = new Set((authorities.length > 0 ? authorities : named).map(({ id }) => id));
  return ids.size === 1 ? (named.find(({ id }) => ids.has(id)) ?? null) : null;
}

/** The province an article names without its title, more often than any other. */
function spokenOfBarely(body: readonly Passage[], resolver: UnitResolver): Unit | null {
  const named = body.flatMap((passage) => bareProvinces(passage, resolver).map(({ unit }) => unit.id));
  const [most, second] = mostOften(named);
  const count = (id: string | undefined): number => named.filter((each) => each === id).length;
  return most && count(most) > count(second) ? (resolver.units.get(most) ?? null) : null;
}

function saysProvince(body: readonly Passage[]): boolean {
  return body.some((passage) => /\b(ubnd|uy ban nhan dan) (tinh|thanh pho)\b/u.test(passage.folded));
}

function mostOften(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
