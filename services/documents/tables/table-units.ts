import type { ReadingContext } from "#services/documents/letter/context.ts";
import { refOf, type UnitRef } from "#services/documents/marks/cast.ts";
import { departmentRef } from "#services/documents/marks/departments.ts";
import type { UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { inCapitals, respell } from "#services/documents/scan/respell.ts";
import { fold } from "#services/text/fold.ts";
import type { Unit, UnitKind } from "#services/units/unit.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import type { NewUnit } from "#services/units/units.ts";

/** The units a table's first column names. */
export interface RowUnits {
  /** null = nobody could be told; "skip" = a row of sums, averages, maxima or targets. */
  of(cell: string): UnitRef | "skip" | null;
}

const SUMS =
  /^(tong|tong cong|tong so|cong|trung binh|binh quan|chung|diem (?:toi da|chuan|binh quan|trung binh)|toi da|thang diem|chi tieu|muc tieu|ke hoach|cao nhat|thap nhat)(?!\p{L})/u;
const WHOLE = /^(toan|ca) (tinh|huyen|thanh pho|quan|thi xa|xa|phuong)\b/u;
const DEPARTMENTS =
  /^(so|ban|thanh tra|van phong|bao hiem|cong an|thue|kho bac|chi cuc|cuc|trung tam|phong)\b/u;
const TITLED =
  /^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)?\s*(xã|phường|thị trấn|tt|đặc khu|huyện|quận|thị xã|thành phố|tp|p|x)\.?\s+(.+)$/iu;
const SCANNED_TITLED = /^(?:\p{L}{3,4}\s)?\s*(x\S)\s+(\p{Lu}.+)$/u;
const TITLES: Readonly<Record<string, string>> = {
  tt: "thị trấn",
  "thi tran": "thị trấn",
  tp: "thành phố",
  p: "phường",
  x: "xã",
  xa: "xã",
  x4: "xã",
  xi: "xã",
  xe: "xã",
};

/** A name that no list knows may hold letters, or be a number alone ("phường 14"), never figures beside a name. */
const NEW_NAME = /^(?:[^\p{N}]*\p{L}{2,}[^\p{N}]*|\d{1,2})$/u;

/** "Hải Triều": every syllable begins with a capital. */
const PROPER_NAME = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,3}$/u;

/** Fewer known names say nothing of the others in their column. */
const FEW_NAMES = 3;

export function createRowUnits(
  names: readonly string[],
  context: ReadingContext,
  scanned: boolean,
): RowUnits {
  const { own, resolver } = context.cast;
  const nationwide = isNationwide(names, context);
  const usualTitle = scanned ? null : titleOfMost(names, context);

  function nation(cell: string): UnitRef | null {
    const unit = provinceOf(cell, context);
    return unit ? { ...refOf(unit, context.cast), scope: COUNTRY_ID } : null;
  }

  function local(cell: string): UnitRef | null {
    if (!own) return null;
    const known =
      resolver.inside(cell, own.id) ??
      (scanned ? resolver.likest(cell, own.id) : null) ??
      apartFromNote(cell, own.id, resolver);
    if (known) return { ...refOf(known, context.cast), scope: own.id };
    if (DEPARTMENTS.test(fold(cell))) return departmentRef(cell.replace(/^UBND\s+/iu, ""), own, resolver);
    return added(cell, own);
  }

  /** A unit no list knows: added under the own unit, never a namesake elsewhere. */
  function added(cell: string, parent: UnitRef): UnitRef | null {
    const bare = partsOfName(cell).name;
    const [, written, name] =
      TITLED.exec(bare) ?? (scanned ? SCANNED_TITLED.exec(bare) : untitled(bare, usualTitle)) ?? [];
    if (!written || !name || !NEW_NAME.test(name)) return null;
    const title = TITLES[fold(written)] ?? written.toLowerCase();
    const draft: NewUnit = {
      parent: parent.id,
      kind: kindUnder(parent.kind, title),
      name: scanned ? respell(name, resolver.units) : inCapitals(name, resolver.units),
      title,
    };
    const unit = resolver.units.draft(draft);
    return { readable: `${unit.title} ${unit.name}`, id: unit.id, kind: unit.kind, scope: parent.id, draft };
  }

  return {
    of(cell) {
      const folded = fold(cell.trim());
      if (SUMS.test(folded)) return "skip";
      if (WHOLE.test(folded)) return own;
      return nationwide ? nation(cell) : local(cell);
    },
  };
}

/** A proper name alone, under the title that most of its column bear: a person confirms it before it is added. */
function untitled(name: string, usualTitle: string | null): readonly string[] | null {
  return usualTitle !== null && PROPER_NAME.test(name) ? [name, usualTitle, name] : null;
}

/** The title of most of a column's known names, where they are most of it and lie in a district that has ended: its list may lack some. */
function titleOfMost(names: readonly string[], { cast: { own, resolver } }: ReadingContext): string | null {
  if (own?.kind !== "district") return null;
  const known = names.flatMap((name) => resolver.inside(name, own.id) ?? []);
  if (known.length < FEW_NAMES || known.length * 2 < names.length) return null;
  const titles = known.map(({ title }) => title);
  const count = (title: string): number => titles.filter((each) => each === title).length;
  return titles.toSorted((a, b) => count(b) - count(a))[0] ?? null;
}

function kindUnder(parent: UnitKind, title: string): UnitKind {
  if (parent === "country") return "province";
  return /^(huyện|quận|thị xã|thành phố)$/u.test(title) && parent === "province" ? "district" : "commune";
}

/** Without its title a province's name may be a commune's too. */
function provinceOf(cell: string, { cast: { resolver } }: ReadingContext): Unit | null {
  const name = cell.replace(/^UBND\s+/iu, "");
  const unit = resolver.anywhere(name);
  if (unit) return unit.kind === "province" ? unit : null;
  const folded = fold(name.trim());
  return resolver.members(COUNTRY_ID, "province").find((each) => fold(each.name) === folded) ?? null;
}

/** "xã Bát Xát (LC)", "xã Bát Xát (1)": the known unit; what was before a merger, or lies elsewhere, is another. */
function apartFromNote(cell: string, scope: string, resolver: UnitResolver): Unit | null {
  const { name, note } = partsOfName(cell);
  if (note === "" || /(?<!\p{L})(?:cu|truoc)(?!\p{L})/u.test(fold(note))) return null;
  const named = resolver.anywhere(note);
  if (named?.kind === "province" && named.id !== scope) return null;
  return resolver.inside(`${name}, ${note}`, scope) ?? resolver.inside(name, scope);
}

/** A name and what stands behind it in brackets or as the mark of a footnote; "" = nothing does. */
function partsOfName(cell: string): { readonly name: string; readonly note: string } {
  const [, name, note] = /^([^()]*\S)\s*\(([^()]+)\)$/u.exec(cell.trim()) ?? [];
  if (name && note) return { name, note };
  const [, marked = cell, mark = ""] = /^([^*¹²³⁴-⁹]*[^*¹²³⁴-⁹\s])\s?([*¹²³⁴-⁹]+)$/u.exec(cell.trim()) ?? [];
  return { name: marked, note: mark };
}

/** Most names are provinces, and the own unit has no such children. */
function isNationwide(names: readonly string[], context: ReadingContext): boolean {
  const { own, resolver } = context.cast;
  const provinces = names.filter((name) => provinceOf(name, context)).length;
  const locals = own ? names.filter((name) => resolver.inside(name, own.id)).length : 0;
  return provinces > names.length / 2 && provinces > locals;
}
