import { clean } from "#services/text/clean.ts";
import { COUNTRY_ID, type Unit, type UnitKind } from "#services/units/unit.ts";
import type { NewUnit, Units } from "#services/units/units.ts";

/** Turns the portal's names into units of a scope; departments that no list knows are drafted and remembered. */
export function unitNamer(scope: string, { units }: { readonly units: Units }) {
  const added: Unit[] = [];
  return {
    added,
    unit(name: string, portalCode: string | null, isDepartment: boolean): string {
      const known = portalCode === null ? undefined : units.byPortalCode(portalCode);
      if (known && scope === COUNTRY_ID) return known.id;
      const kinds: readonly UnitKind[] = isDepartment ? ["department"] : ["commune", "province"];
      const match = units.find(name, { within: scope, kinds });
      if (match.found === "one" && match.exact) return match.unit.id;
      const draft: NewUnit = {
        parent: scope,
        ...namedUnit(name, isDepartment),
        ...(portalCode ? { portalCode } : {}),
      };
      const unit = units.draft(draft);
      if (!added.some(({ id }) => id === unit.id)) added.push(unit);
      return unit.id;
    },
  };
}

/** "Sở Y tế - tỉnh Gia Lai" is the Sở Y tế; "UBND xã Ia Pa" a commune. */
function namedUnit(name: string, isDepartment: boolean): Pick<NewUnit, "kind" | "name" | "title"> {
  const bare = bareDepartment(name);
  if (isDepartment) return { kind: "department", name: bare, title: "" };
  const match = /^(?:UBND )?(xã|phường|đặc khu) (.+)$/iu.exec(bare);
  return { kind: "commune", name: match?.[2] ?? bare, title: (match?.[1] ?? "").toLocaleLowerCase("vi") };
}

/** Without the province at its end: "Sở Y tế - tỉnh Gia Lai" is the Sở Y tế. */
export function bareDepartment(name: string): string {
  return clean(name)
    .replace(/\s-\s(?:tỉnh|thành phố)?[^-]+$/iu, "")
    .trim();
}
