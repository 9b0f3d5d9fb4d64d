import type { UnitResolver } from "#services/documents/marks/unit-resolver.ts";
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
  called: Pick<Unit, "title" | "name"> = unit,
): UnitRef {
  const { units } = cast.resolver;
  const isChildOf = (parent: string) => units.children(parent).some((child) => child.id === unit.id);
  const inOwn = cast.own && isChildOf(cast.own.id) ? cast.own.id : undefined;
  const district =
    unit.kind === "commune" ? cast.districts.find((each) => isChildOf(each.id))?.id : undefined;
  const scope = inOwn ?? district ?? unit.parent ?? unit.id;
  return { readable: fullName(called), id: unit.id, kind: unit.kind, scope, draft: null };
}

/** The one unit named beside or below the own one ("phường Hạc Thành, tỉnh Thanh Hóa"); null = none, or several. */
export function oneNamed(units: readonly UnitRef[], own: UnitRef | null): UnitRef | null {
  const below = units.filter(({ id }) => id !== own?.id);
  const [first = units[0]] = below;
  return first && below.every(({ id }) => id === first.id) ? first : null;
}
