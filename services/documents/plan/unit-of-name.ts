import type { UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import type { Unit, UnitKind } from "#services/units/unit.ts";
import type { NewUnit } from "#services/units/units.ts";

/** The unit a readable name means inside a scope; one to be added there when nobody bears it, never a namesake elsewhere. */
export function unitOfName(name: string, scope: Unit, resolver: UnitResolver): Unit {
  const { units } = resolver;
  const under = (unit: Unit) =>
    units.children(scope.id).some(({ id }) => id === unit.id) ||
    units.ancestors(unit.id).some(({ id }) => id === scope.id);

  const known = resolver.anywhere(name) ?? resolver.inside(name, scope.id);
  if (known && under(known)) return known;
  const drafted = units.draft(newUnit(name, scope));
  return units.get(drafted.id) ?? drafted;
}

const TITLED = /^(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh) (.+)$/u;

function newUnit(name: string, scope: Unit): NewUnit {
  const [, title, bare] = TITLED.exec(name) ?? [];
  if (!title || !bare) return { parent: scope.id, kind: "department", name, title: "" };
  return { parent: scope.id, kind: kindOf(title, scope.kind), name: bare, title };
}

function kindOf(title: string, under: UnitKind): UnitKind {
  if (under === "country") return "province";
  return /^(huyện|quận|thị xã|thành phố)$/u.test(title) && under === "province" ? "district" : "commune";
}
