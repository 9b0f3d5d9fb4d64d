import { createHash } from "node:crypto";
import { createUnits } from "#services/units/create-units.ts";
import { COUNTRY_ID, fullName, type Unit } from "#services/units/unit.ts";

export const GROUPS = ["CKMB", "TDGQ", "CLGQ", "TTTT", "MDHL", "MDSH"] as const;
export type Group = (typeof GROUPS)[number];
export type Scores = Readonly<Record<Group, number>>;

const MAXIMA: Scores = { CKMB: 18, TDGQ: 20, CLGQ: 12, TTTT: 10, MDHL: 18, MDSH: 22 };
const DEPARTMENTS = 14;

export interface MadeUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: "PROVINCE" | "COMMUNE";
}

export interface MadeProvince extends MadeUnit {
  readonly units: readonly MadeUnit[];
}

const units = createUnits();

/** The 34 provinces and 3,321 communes of today under the portal's ids, each province with 14 departments. */
export const madeCountry: readonly MadeProvince[] = units
  .children(COUNTRY_ID)
  .filter(({ kind, validTo }) => kind === "province" && validTo === null)
  .map((province) => {
    const code = province.codes.portal ?? "";
    const communes = units.children(province.id).filter((u) => u.kind === "commune" && u.validTo === null);
    return {
      ...made(code, `UBND ${fullName(province)}`, "PROVINCE"),
      units: [
        ...Array.from({ length: DEPARTMENTS }, (_, n) =>
          made(
            `${code}.${String(n + 1).padStart(2, "0")}`,
            `Sở thứ ${n + 1} - ${fullName(province)}`,
            "PROVINCE",
          ),
        ),
        ...communes.map((unit, n) => made(communeCode(unit, code, n), `UBND ${fullName(unit)}`, "COMMUNE")),
      ],
    };
  });

function communeCode(unit: Unit, province: string, n: number): string {
  return unit.codes.portal ?? `${province}.${100 + n}`;
}

function made(code: string, name: string, level: MadeUnit["level"]): MadeUnit {
  const hex = createHash("sha256").update(code).digest("hex");
  return {
    id: `019d2be3-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`,
    code,
    name,
    level,
  };
}

/**
 * Points of a unit in a period as they stood on a day, to the hundredth: they move every day. Satisfaction is asked of a
 * span of days, which may be a quarter's as well as a year's.
 */
export function scoresOf(code: string, period: string, day: string): Scores {
  const points = GROUPS.map((group) => {
    const span = group === "MDHL" ? period.slice(0, 4) : period;
    const share =
      0.5 + 0.2 * fraction(`${code}|${span}|${group}`) + 0.1 * fraction(`${code}|${span}|${group}|${day}`);
    return [group, round(MAXIMA[group] * share)] as const;
  });
  return Object.fromEntries(points) as unknown as Scores;
}

export function totalOf(scores: Scores): number {
  return round(GROUPS.reduce((sum, group) => sum + scores[group], 0));
}

/** Dossiers received in a period until a day: never fewer than the day before. */
export function receivedOf(code: string, day: string): number {
  const days = Math.floor(Date.parse(day) / 86_400_000) - 20_000;
  return Math.max(1, days) * (1 + Math.floor(20 * fraction(code)));
}

/** 0 ≤ x < 1, the same for the same text: FNV-1a with a last mixing. */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
