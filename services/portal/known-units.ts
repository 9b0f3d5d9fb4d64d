import { COUNTRY_PLACE } from "#services/portal/questions.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** A unit as the portal lists it. */
export interface NamedUnit {
  readonly code: string | null;
  readonly name: string;
}

export type KnownUnits = ReturnType<typeof createKnownUnits>;

/** Finds the portal's units among ours: by code where our lists have it, else by name inside the place. */
export function createKnownUnits(units: Units) {
  const found = new Map<string, string | null>();

  function scopeOf(place: string): Unit | undefined {
    return place === COUNTRY_PLACE ? units.get(COUNTRY_ID) : units.byPortalCode(place);
  }

  function find(place: string, { code, name }: NamedUnit): string | null {
    const byCode = code === null ? undefined : units.byPortalCode(code);
    const scope = scopeOf(place);
    if (byCode || !scope) return byCode?.id ?? null;
    const kinds = place === COUNTRY_PLACE ? (["province"] as const) : (["commune", "department"] as const);
    const match = units.find(name, { within: scope.id, kinds });
    return match.found === "one" && match.unit.validTo === null ? match.unit.id : null;
  }

  return {
    /** The id of a listed unit of a place ("VN", "H21"); null = no list of ours knows it, as most departments. */
    idOf(place: string, unit: NamedUnit): string | null {
      const key = `${place}/${unit.code ?? ""}/${unit.name}`;
      const known = found.get(key);
      if (known !== undefined) return known;
      const id = find(place, unit);
      // What is not known today may be learned later.
      if (id !== null) found.set(key, id);
      return id;
    },

    /** Ids of the units that a place must list: all provinces, or all communes of a province, of today. */
    requiredIn(place: string): readonly string[] {
      const scope = scopeOf(place);
      const kind = place === COUNTRY_PLACE ? "province" : "commune";
      const children = scope ? units.children(scope.id) : [];
      return children.filter((unit) => unit.kind === kind && unit.validTo === null).map(({ id }) => id);
    },
  };
}
