import { bareProvinces } from "#services/documents/marks/bare-provinces.ts";
import { type Cast, refOf, type UnitMark, type UnitRef } from "#services/documents/marks/cast.ts";
import { departmentMarks } from "#services/documents/marks/departments.ts";
import { type Passage, places } from "#services/documents/marks/passage.ts";
import { createPhraseIndex } from "#services/documents/marks/phrase-index.ts";
import {
  type TitledName,
  titledNames,
  titledUnits,
  withFullTitle,
} from "#services/documents/marks/titled-units.ts";
import type { UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { exactPlaces } from "#services/documents/scan/find-phrase.ts";
import { fold } from "#services/text/fold.ts";
import { oncePer } from "#services/text/once-per.ts";
import { createTaken } from "#services/text/taken.ts";
import { fullName, type Unit } from "#services/units/unit.ts";
import type { NewUnit } from "#services/units/units.ts";

/** Where units stand in a passage, in order. What the own unit lies in is not a subject of its figures. */
export function unitMarks(passage: Passage, cast: Cast): readonly UnitMark[] {
  const marks: UnitMark[] = [];
  const taken = createTaken(passage.text.length);
  const add = (found: readonly UnitMark[]) => {
    for (const mark of found) {
      if (!taken.isFree(mark)) continue;
      taken.take(mark);
      marks.push(mark);
    }
  };
  add(departmentMarks(passage, cast));
  add(titled(passage, cast));
  const { unitsByName, namesIn } = bareNames(cast);
  for (const name of namesIn(passage))
    for (const unit of unitsByName.get(name) ?? []) add(named(passage, name, unit));

  add(provinces(passage, cast));

  const above = new Set(cast.own ? cast.resolver.units.ancestors(cast.own.id).map(({ id }) => id) : []);
  const found = marks.filter((mark) => !above.has(mark.unit.id)).sort((a, b) => a.start - b.start);
  const ends = endsWithPlaces(passage, found);
  return found.flatMap((mark, i) =>
    isWhere(passage, mark, found[i - 1]) ? [] : [{ ...mark, end: ends[i] ?? mark.end }],
  );
}

/** Where each unit's words end, with those that say where it lies: "xã Ân Thi, huyện Ân Thi", "Sở Nội vụ tỉnh Lào Cai". */
function endsWithPlaces({ folded }: Passage, found: readonly UnitMark[]): readonly number[] {
  const ends = found.map(({ end }) => end);
  for (let i = found.length - 2; i >= 0; i -= 1) {
    const [mark, next] = [found[i], found[i + 1]];
    const isPlace = mark && next?.unit.id === mark.unit.scope;
    if (isPlace && APPOSED.test(folded.slice(mark.end, next.start))) ends[i] = ends[i + 1] ?? mark.end;
  }
  return ends;
}

const APPOSED = /^\s?(?:[,(]\s?)?(?:thuoc\s)?(?:ubnd\s)?$/u;

/** "xếp thứ 18/126 xã, phường của Hà Nội": where the unit before it lies, no subject of its own. */
function isWhere({ folded }: Passage, { start, unit }: UnitMark, before: UnitMark | undefined): boolean {
  if (before?.unit.scope !== unit.id || start - before.end > SENTENCE) return false;
  const between = folded.slice(before.end, start);
  if (APPOSED.test(between)) return true;
  return (
    /(?:^|[\s(])(?:cua|thuoc|tai|o|dia ban|trong|toan)\s(?:ubnd\s)?$/u.test(between) && !/[.;]/u.test(between)
  );
}

const SENTENCE = 160;

function titled(passage: Passage, cast: Cast): readonly UnitMark[] {
  const known = titledUnits(passage, cast.resolver, cast.own?.id).filter(
    ({ unit }) => unit.kind !== "commune",
  );
  const marks = known.map(({ start, end, unit, called }) => ({
    start,
    end,
    unit: unit.id === cast.own?.id ? cast.own : refOf(unit, cast, called),
  }));
  const communes = titledNames(passage).filter(({ start }) => !known.some((each) => each.start === start));
  return [...marks, ...communes.flatMap((name) => commune(name, passage, cast))];
}

/** "Hải Phòng đạt 91,98 điểm" in a paper of a province or of the country. */
function provinces(passage: Passage, cast: Cast): readonly UnitMark[] {
  if (cast.own && cast.own.kind !== "province" && cast.own.kind !== "country") return [];
  return bareProvinces(passage, cast.resolver).map(({ start, end, unit }) => ({
    start,
    end,
    unit: unit.id === cast.own?.id ? cast.own : refOf(unit, cast),
  }));
}

const COMMUNE = /^(xã|phường|thị trấn|đặc khu) (.+)$/iu;

/** A commune is one of the own unit or of its neighbours, else a new one there: never a namesake elsewhere. */
function commune(named: TitledName, passage: Passage, cast: Cast): readonly UnitMark[] {
  const { start, words } = named;
  const full = withFullTitle(words);
  const [, title, name] = COMMUNE.exec(full ?? words) ?? [];
  const { own, resolver } = cast;
  if (!own || !title || !name || own.kind === "country") return [];
  const place = own.kind === "commune" ? own.scope : own.id;
  const end = start + words.length;
  const found = knownCommune(title, name, place, passage, resolver);
  const bare = found ? name.slice(0, found.length) : name.replace(/\s\d+$/u, "");
  const mark = { start, end: end - (name.length - bare.length) };
  if (found?.unit) return [{ ...mark, unit: found.unit.id === own.id ? own : refOf(found.unit, cast) }];
  if (passage.scanned || (full !== null && !found)) return [];
  return [{ ...mark, unit: newCommune(place, title, bare, resolver) }];
}

/** The unit that the first words of a name mean, and how long they are; `unit` null: they name one of another place. */
function knownCommune(
  title: string,
  name: string,
  place: string,
  { scanned }: Passage,
  resolver: UnitResolver,
): { readonly unit: Unit | null; readonly length: number } | null {
  const parts = name.split(" ");
  for (let count = parts.length; count >= 1; count -= 1) {
    const words = parts.slice(0, count).join(" ");
    const unit = resolver.inside(`${title} ${words}`, place);
    if (unit) return { unit, length: words.length };
    if (!scanned && resolver.isName(`${title} ${words}`)) return { unit: null, length: words.length };
  }
  return null;
}

function newCommune(parent: string, title: string, name: string, resolver: UnitResolver): UnitRef {
  const draft: NewUnit = { parent, kind: "commune", name, title: title.toLowerCase() };
  const unit = resolver.units.draft(draft);
  return { readable: fullName(unit), id: unit.id, kind: "commune", scope: parent, draft };
}

/** The own unit and its locals by their bare names; a short name may be any word. */
const bareNames = oncePer(({ own, locals }: Cast) => {
  const unitsByName = new Map<string, UnitRef[]>();
  for (const unit of own ? [own, ...locals] : locals) {
    const name = fold(unit.readable.replace(TITLE, ""));
    const namesakes = unitsByName.get(name);
    if (namesakes) namesakes.push(unit);
    else if (name.length >= 4) unitsByName.set(name, [unit]);
  }
  return { unitsByName, namesIn: createPhraseIndex([...unitsByName.keys()]) };
});

/** The bare name, beginning with a capital: "An Viên", not "nhân viên". Only in a scan may a letter be another. */
function named(passage: Passage, name: string, unit: UnitRef): readonly UnitMark[] {
  const { folded, scanned } = passage;
  const found = scanned ? places(passage, name) : exactPlaces(folded, name);
  return found
    .filter(({ start, end, cost }) => cost === 0 || mayBeName(passage, start, end, cost))
    .filter(({ start }) => /^\p{Lu}/u.test(passage.text.slice(start)))
    .filter(({ start }) => !followsCapital(passage.text, start))
    .map(({ start, end }) => ({ start, end, unit }));
}

/** "Thành phố" is no misread "Thạnh Phú". */
const mayBeName = ({ folded }: Passage, start: number, end: number, cost: number): boolean =>
  cost <= MOST_MISREAD && !/^(?:thanh pho|thi tran|thi xa|dac khu)$/u.test(folded.slice(start, end).trim());

const MOST_MISREAD = 0.6;

/** Longest word before a name that is looked at, and the title it may bear. */
const WORD_BEFORE = 40;

/** "Nguyễn An Viên" is somebody; "UBND An Viên", "TT Vương" are units. */
function followsCapital(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - WORD_BEFORE), at).replace(/(?:UBND|TT|TP|P|X)\.?\s$/u, "");
  const word = before.endsWith(" ") ? before.slice(0, -1).split(/\P{L}/u).at(-1) : undefined;
  return word !== undefined && /\p{Lu}/u.test(word);
}

const TITLE = /^(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) /u;
