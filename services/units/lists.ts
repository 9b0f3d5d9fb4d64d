import { readFileSync } from "node:fs";
import { COUNTRY_ID, MERGER_DATE, type Unit, type UnitKind } from "#services/units/unit.ts";

/** A shipped unit; `formerParent` is the district of a commune that the merger of 1/7/2025 left unchanged. */
export interface ListedUnit {
  readonly unit: Unit;
  readonly formerParent?: string;
}

/** Last day of the districts, and of the provinces and communes that were merged. */
const LAST_OLD_DAY = "2025-06-30";
const NONE: readonly string[] = [];

/** Every shipped unit, the country first, parents before children; the files and their sources are in `data/SOURCES.md`. */
export function readLists(): readonly ListedUnit[] {
  const communes = rows("communes").map(commune);
  const idsByCode = new Map(communes.map(({ unit }) => [unit.codes.gso, unit.id]));
  return [
    { unit: COUNTRY },
    ...rows("provinces").map(province),
    ...rows("old-provinces").map(oldProvince),
    ...oldDistricts(),
    ...communes,
    ...rows("old-communes").map((row) => oldCommune(row, idsByCode)),
  ];
}

const COUNTRY: Unit = {
  id: COUNTRY_ID,
  kind: "country",
  name: "cả nước",
  title: "",
  parent: null,
  validFrom: null,
  validTo: null,
  successors: NONE,
  aliases: ["toàn quốc", "Việt Nam"],
  codes: {},
};

function province([
  code = "",
  title = "",
  name = "",
  portal = "",
  from = "",
  aliases = "",
]: string[]): ListedUnit {
  const codes = { gso: code, portal };
  const unit = { id: `p${code}`, kind: "province" as const, name, title, parent: COUNTRY_ID, codes };
  return {
    unit: { ...unit, validFrom: from || null, validTo: null, successors: NONE, aliases: list(aliases, "|") },
  };
}

function oldProvince([code = "", title = "", name = "", successor = "", aliases = ""]: string[]): ListedUnit {
  const unit = old(`op${code}`, "province", code, title, name, COUNTRY_ID, [`p${successor}`]);
  return { unit: { ...unit, aliases: list(aliases, "|") } };
}

function oldDistricts(): ListedUnit[] {
  const ended = new Set(rows("old-provinces").map(([code]) => code));
  return rows("old-districts").map(([code = "", of = "", title = "", name = "", successor = ""]) => {
    const parent = ended.has(of) ? `op${of}` : `p${of}`;
    return {
      unit: old(`od${code}`, "district", code, title, name, parent, successor ? [`c${successor}`] : NONE),
    };
  });
}

function commune([
  code = "",
  of = "",
  title = "",
  name = "",
  district = "",
  portal = "",
  id = "",
]: string[]): ListedUnit {
  const unit: Unit = {
    id: id || `c${code}`,
    kind: "commune",
    name,
    title,
    parent: `p${of}`,
    validFrom: district ? null : MERGER_DATE,
    validTo: null,
    successors: NONE,
    aliases: NONE,
    codes: portal ? { gso: code, portal } : { gso: code },
  };
  return district ? { unit, formerParent: `od${district}` } : { unit };
}

function oldCommune(row: string[], idsByCode: ReadonlyMap<string | undefined, string>): ListedUnit {
  const [code = "", district = "", title = "", name = "", successors = ""] = row;
  const ids = list(successors, " ").map((successor) => idsByCode.get(successor) ?? `c${successor}`);
  return { unit: old(`oc${code}`, "commune", code, title, name, `od${district}`, ids) };
}

/** A unit that ended with the merger. */
function old(
  id: string,
  kind: UnitKind,
  gso: string,
  title: string,
  name: string,
  parent: string,
  successors: readonly string[],
): Unit {
  return {
    id,
    kind,
    name,
    title,
    parent,
    validFrom: null,
    validTo: LAST_OLD_DAY,
    successors,
    aliases: NONE,
    codes: { gso },
  };
}

function rows(file: string): string[][] {
  const text = readFileSync(new URL(`./data/${file}.tsv`, import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
}

function list(text: string, separator: string): readonly string[] {
  return text === "" ? NONE : text.split(separator);
}
