import { knownDepartments } from "#services/documents/marks/department-names.ts";
import { type Passage, places } from "#services/documents/marks/passage.ts";
import { createPhraseIndex } from "#services/documents/marks/phrase-index.ts";
import { type TitledName, titledNames, titledUnits } from "#services/documents/marks/titled-units.ts";
import type { UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { fold } from "#services/text/fold.ts";
import { oncePer } from "#services/text/once-per.ts";
import { createTaken } from "#services/text/taken.ts";
import { trimEnd } from "#services/text/trim-end.ts";
import { fullName, type Unit, type UnitKind } from "#services/units/unit.ts";
import type { NewUnit } from "#services/units/units.ts";

/** A unit of a document: one that is known, or one to be added under its scope. */
export interface UnitRef {
  /** "xã Thủ Sỹ". */
  readonly readable: string;
  /** Id of the known unit, or the one it will have. */
  readonly id: string;
  readonly kind: UnitKind;
  /** Id of the unit whose sheet it stands in. */
  readonly scope: string;
  /** How to add it; null = known already. */
  readonly draft: NewUnit | null;
}

export interface UnitMark {
  readonly start: number;
  readonly end: number;
  readonly unit: UnitRef;
}

/** The units a document may speak of. */
export interface Cast {
  readonly own: UnitRef | null;
  readonly resolver: UnitResolver;
  /** Children of the own unit, with those a table adds. */
  readonly locals: readonly UnitRef[];
  /** Districts named in the text: an old commune is ranked in its own. */
  readonly districts: readonly Unit[];
}

export function refOf(
  unit: Unit,
  cast: Pick<Cast, "own" | "resolver" | "districts">,
  title = unit.title,
): UnitRef {
  const { units } = cast.resolver;
  const isChildOf = (parent: string) => units.children(parent).some((child) => child.id === unit.id);
  const inOwn = cast.own && isChildOf(cast.own.id) ? cast.own.id : undefined;
  const district =
    unit.kind === "commune" ? cast.districts.find((each) => isChildOf(each.id))?.id : undefined;
  const scope = inOwn ?? district ?? unit.parent ?? unit.id;
  return { readable: fullName({ title, name: unit.name }), id: unit.id, kind: unit.kind, scope, draft: null };
}

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
  add(departments(passage, cast));
  add(titled(passage, cast));
  const { unitsByName, namesIn } = bareNames(cast);
  for (const name of namesIn(passage))
    for (const unit of unitsByName.get(name) ?? []) add(named(passage, name, unit));

  const above = new Set(cast.own ? cast.resolver.units.ancestors(cast.own.id).map(({ id }) => id) : []);
  return marks.filter((mark) => !above.has(mark.unit.id)).sort((a, b) => a.start - b.start);
}

function titled(passage: Passage, cast: Cast): readonly UnitMark[] {
  const known = titledUnits(passage, cast.resolver, cast.own?.id).filter(
    ({ unit }) => unit.kind !== "commune",
  );
  const marks = known.map(({ start, end, unit, title }) => ({
    start,
    end,
    unit: unit.id === cast.own?.id ? cast.own : refOf(unit, cast, title),
  }));
  const communes = titledNames(passage).filter(({ start }) => !known.some((each) => each.start === start));
  return [...marks, ...communes.flatMap((name) => commune(name, passage, cast))];
}

const COMMUNE = /^(xã|phường|thị trấn|đặc khu) (.+)$/iu;

/** A commune is one of the own unit or of its neighbours, else a new one there: never a namesake elsewhere. */
function commune({ start, words }: TitledName, passage: Passage, cast: Cast): readonly UnitMark[] {
  const [, title, name] = COMMUNE.exec(words) ?? [];
  const { own, resolver } = cast;
  if (!own || !title || !name || own.kind === "country") return [];
  const end = start + words.length;
  const place = own.kind === "commune" ? own.scope : own.id;
  const parts = words.split(" ");
  for (let length = parts.length; length >= 2; length -= 1) {
    const text = parts.slice(0, length).join(" ");
    const unit = resolver.inside(text, place);
    if (unit)
      return [{ start, end: start + text.length, unit: unit.id === own.id ? own : refOf(unit, cast) }];
  }
  if (passage.scanned) return [];
  const draft: NewUnit = { parent: place, kind: "commune", name, title: title.toLowerCase() };
  const drafted = resolver.units.draft(draft);
  return [
    {
      start,
      end,
      unit: { readable: fullName(drafted), id: drafted.id, kind: "commune", scope: place, draft },
    },
  ];
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

/** The bare name, beginning with a capital: "An Viên", not "nhân viên". */
function named(passage: Passage, name: string, unit: UnitRef): readonly UnitMark[] {
  return places(passage, name)
    .filter((found) => found.cost <= 0.6 && /^\p{Lu}/u.test(passage.text.slice(found.start)))
    .filter(({ start }) => !followsCapital(passage.text, start))
    .map(({ start, end }) => ({ start, end, unit }));
}

/** Longest word before a name that is looked at, and the title it may bear. */
const WORD_BEFORE = 40;

/** "Nguyễn An Viên" is somebody; "UBND An Viên", "TT Vương" are units. */
function followsCapital(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - WORD_BEFORE), at).replace(/(?:UBND|TT|TP|P|X)\.?\s$/u, "");
  const word = before.endsWith(" ") ? before.slice(0, -1).split(/\P{L}/u).at(-1) : undefined;
  return word !== undefined && /\p{Lu}/u.test(word);
}

const TITLE = /^(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) /u;

const DEPARTMENT =
  /(?<!\p{L})(?:Sở|Ban [Qq]uản lý|Ban Dân tộc|Thanh tra|Văn phòng Sở|Bảo hiểm xã hội|Công an|Thuế)\s(?:[\p{L}-]+,?\s?(?:-\s)?){1,7}/gu;
const DEPARTMENT_ENDS =
  /,?\s(?:xếp|đạt|cũng|với|có|là|được|tiếp|dẫn|đứng|tăng|giảm|và|chưa|còn|đã|năm|tháng|đề|chủ|phối|cùng|trên|theo|tỉnh|huyện|thành phố|đều|bị|vẫn|khẩn trương|thực hiện|Sở|UBND).*$/u;

/** Departments are named freely; each lies under the own unit. */
function departments(passage: Passage, cast: Cast): readonly UnitMark[] {
  const { own } = cast;
  if (!own || passage.scanned) return [];
  const known = knownDepartments(passage.text, passage.folded).map(({ start, end, name }) => ({
    start,
    end,
    unit: departmentRef(name, own, cast.resolver),
  }));
  return [...known, ...freelyNamed(passage, own, cast)];
}

function freelyNamed(passage: Passage, own: UnitRef, cast: Cast): readonly UnitMark[] {
  return [...passage.text.matchAll(DEPARTMENT)].flatMap((match) => {
    const name = trimEnd(match[0].replace(DEPARTMENT_ENDS, ""), " ,-");
    if (name.split(" ").length < 2 || /^Sở(,| ban)/u.test(name)) return [];
    return [
      { start: match.index, end: match.index + name.length, unit: departmentRef(name, own, cast.resolver) },
    ];
  });
}

export function departmentRef(name: string, own: UnitRef, resolver: UnitResolver): UnitRef {
  const known = resolver.inside(name, own.id);
  if (known?.kind === "department") {
    return { readable: known.name, id: known.id, kind: "department", scope: own.id, draft: null };
  }
  const draft: NewUnit = { parent: own.id, kind: "department", name, title: "" };
  return {
    readable: resolver.units.draft(draft).name,
    id: resolver.units.idFor(draft),
    kind: "department",
    scope: own.id,
    draft,
  };
}
