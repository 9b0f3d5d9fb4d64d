import { isFault, type PortalFault } from "#services/portal/faults.ts";
import type { NamedUnit } from "#services/portal/known-units.ts";
import { GROUP_CODES, GROUP_ENDPOINTS, type GroupCode, type Question } from "#services/portal/questions.ts";
import { type ListedUnit, type PortalList, readList } from "#services/portal/read-list.ts";

/** What an answer is held against. */
export interface Expected {
  /** Our ids of the units that must be listed: all communes of the province, or all provinces. */
  readonly required: readonly string[];
  /** Our id of a listed unit; null = not known. */
  readonly idOf: (unit: NamedUnit) => string | null;
  /** What was last believed of the same root, endpoint and period; null = nothing. */
  readonly held: { readonly units: number; readonly received: number | null } | null;
  /** Other months (quarters, years) whose believed answer had exactly this text. */
  readonly samePeriods: readonly string[];
}

const TOTAL_MAXIMUM = 100;
/** Of the index's groups (Quyết định 766/QĐ-TTg). */
const MAXIMA: Readonly<Record<GroupCode, number>> = {
  CKMB: 18,
  TDGQ: 20,
  CLGQ: 12,
  TTTT: 10,
  MDHL: 18,
  MDSH: 22,
};
/** The portal's own roundings never differed more in 94 recorded lists of groups. */
const SUM_TOLERANCE = 0.5;

/** The list in an answer that can be believed, or the first reason why it cannot. */
export function checkAnswer(question: Question, text: string, expected: Expected): PortalList | PortalFault {
  const list = readList(question, text);
  if (isFault(list)) return list;
  const checks = [wrongRoot, missing, twice, outOfRange, emptyGroups, sums, smaller, repeated];
  for (const check of checks) {
    const fault = check({ question, list, expected });
    if (fault) return fault;
  }
  return list;
}

interface Checked {
  readonly question: Question;
  readonly list: PortalList;
  readonly expected: Expected;
}

type Check = (checked: Checked) => PortalFault | null;

/** By its id where the answer has one, by its code where it has that: two endpoints give no code, one no id. */
const wrongRoot: Check = ({ question: { root: asked }, list: { root } }) => {
  const isOther = asked === null ? root.code !== null : !isRoot(root, asked);
  return isOther ? { code: "wrongRoot", facts: [root.code ?? root.name] } : null;
};

function isRoot(root: PortalList["root"], asked: { readonly id: string; readonly code: string }): boolean {
  if (root.id === null && root.code === null) return false;
  return (root.id ?? asked.id) === asked.id && (root.code ?? asked.code) === asked.code;
}

const missing: Check = ({ list: { units }, expected: { required, idOf } }) => {
  const listed = new Set(units.map(idOf));
  const found = required.filter((id) => listed.has(id)).length;
  return found < required.length
    ? { code: "unitsMissing", facts: [String(found), String(required.length)] }
    : null;
};

const twice: Check = ({ list: { units } }) => {
  const seen = new Set<string>();
  for (const { id, name } of units) {
    if (seen.has(id)) return { code: "listedTwice", facts: [name] };
    seen.add(id);
  }
  return null;
};

const outOfRange: Check = ({ question, list }) => {
  const wrong = [list.root, ...list.units].find((unit) => !isInRange(unit, maximumOf(question)));
  return wrong ? { code: "outOfRange", facts: [wrong.code ?? wrong.name] } : null;
};

function isInRange({ score, groups, received }: Omit<ListedUnit, "id">, maximum: number): boolean {
  const isWithin = (value: number | null, most: number) => value === null || (value >= 0 && value <= most);
  return (
    isWithin(score, maximum) &&
    isWithin(received, Number.MAX_SAFE_INTEGER) &&
    GROUP_CODES.every((code) => isWithin(groups?.[code] ?? null, MAXIMA[code]))
  );
}

function maximumOf({ endpoint }: Question): number {
  const group = GROUP_CODES.find((code) => GROUP_ENDPOINTS[code] === endpoint);
  return group ? MAXIMA[group] : TOTAL_MAXIMUM;
}

/** Where a group is missing the portal writes zeros or nothing; a real month has somebody with a point. */
const emptyGroups: Check = ({ question, list: { root, units } }) => {
  if (question.root !== null)
    return [root, ...units].some(({ score }) => isSome(score))
      ? null
      : { code: "emptyGroup", facts: [question.endpoint] };
  const empty = GROUP_CODES.find((code) => !units.some(({ groups }) => isSome(groups?.[code] ?? null)));
  return empty ? { code: "emptyGroup", facts: [empty] } : null;
};

const isSome = (score: number | null): boolean => score !== null && score > 0;

const sums: Check = ({ question, list: { units } }) => {
  if (question.root !== null) return null;
  for (const { name, score, groups } of units) {
    const fault = sumFault(
      name,
      score,
      GROUP_CODES.map((code) => groups?.[code] ?? null),
    );
    if (fault) return fault;
  }
  return null;
};

/** A group without anything to measure counts nothing in the total. */
export function sumFault(
  name: string,
  total: number | null,
  groups: readonly (number | null)[],
): PortalFault | null {
  const sum = groups.reduce<number>((all, score) => all + (score ?? 0), 0);
  // Rounded, for 0.1 + 0.2 is not 0.3.
  const isOff = Math.abs(Math.round((sum - (total ?? 0)) * 100)) > SUM_TOLERANCE * 100;
  return isOff ? { code: "sumsDiffer", facts: [name, sum.toFixed(2), String(total)] } : null;
}

/** Units do not vanish within a period, nor do dossiers that were received. */
const smaller: Check = ({ list, expected: { held } }) => {
  if (!held) return null;
  const isShorter = list.units.length < held.units;
  const hasFewer = (list.root.received ?? 0) < (held.received ?? 0);
  return isShorter || hasFewer ? { code: "smallerThanHeld", facts: [String(list.units.length)] } : null;
};

const repeated: Check = ({ expected: { samePeriods } }) =>
  samePeriods.length > 0 ? { code: "repeatsPeriod", facts: samePeriods } : null;
