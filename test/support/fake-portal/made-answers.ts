import {
  GROUPS,
  type Group,
  type MadeProvince,
  type MadeUnit,
  madeCountry,
  receivedOf,
  type Scores,
  scoresOf,
  totalOf,
} from "#test/support/fake-portal/made-country.ts";

export interface AskedOf {
  /** Null = the country. */
  readonly province: MadeProvince | null;
  /** As the made country knows it: "2026", "2026-08", "2026-Q3". */
  readonly period: string;
  /** The day the figures stand at, ISO. */
  readonly day: string;
}

export type MadeAnswer = {
  code: string;
  data: Record<string, unknown> & { evaluation?: unknown[]; children?: unknown[] };
};

const LIST_GROUPS: Readonly<Record<string, Group>> = {
  transparency: "CKMB",
  "handling-satisfaction": "MDHL",
  "dossier-digitized": "MDSH",
};
const TREE_GROUPS: Readonly<Record<string, Group>> = {
  "dvc-progress-tree": "TDGQ",
  "provide-online-tree": "CLGQ",
  "formality-online-payment-tree": "TTTT",
};

/** What the portal answers, in the shapes of the recordings. */
export function madeAnswer(endpoint: string, asked: AskedOf): MadeAnswer {
  const data = endpoint === "service-results" ? totals(asked) : group(endpoint, asked);
  return { code: "OK", data, ...{ message: "OK" } };
}

function totals({ province, period, day }: AskedOf) {
  const whole = province ?? { code: "VN", name: "Cả nước" };
  const own = scoresOf(whole.code, period, day);
  const units: readonly MadeUnit[] = province ? province.units : madeCountry;
  const evaluation = units.map((unit) => {
    const scores = scoresOf(unit.code, period, day);
    const total = totalOf(scores);
    const rest = province ? childGroup(unit) : { groupScores: scores, scoreDelta: 24.71 };
    return { ...named(unit), totalScore: total, ratio: total, scoreDelta: null, ...rest };
  });
  const overview = {
    departmentName: whole.name,
    departmentCode: province?.code ?? null,
    totalScore: totalOf(own),
  };
  return {
    overview: { ...overview, totalMaxScore: 100 },
    growthPercent: 39.79,
    radar: radarOf(own),
    donuts: {},
    evaluation,
  };
}

function childGroup({ level }: MadeUnit) {
  return { childGroup: level === "COMMUNE" ? "COMMUNE" : "AGENCY" };
}

function radarOf(scores: Scores) {
  const online = { code: "ONLINE_SERVICE", score: Math.round((scores.CLGQ + scores.TTTT) * 100) / 100 };
  const plain = GROUPS.filter((code) => code !== "CLGQ" && code !== "TTTT");
  return [...plain.map((code) => ({ code, score: scores[code] })), online];
}

function group(endpoint: string, { province, period, day }: AskedOf): MadeAnswer["data"] {
  if (!province) throw new RangeError("groups are asked of a province");
  const list = LIST_GROUPS[endpoint];
  const code = list ?? TREE_GROUPS[endpoint] ?? "CKMB";
  const row = (unit: MadeUnit) => rowOf(endpoint, unit, scoresOf(unit.code, period, day)[code], day);
  const { score: _, ...own } = row(province);
  const parent = { ...own, totalScore: scoresOf(province.code, period, day)[code] };
  const children = province.units.map(row);
  if (!list) return { parent, children, monthlyChart: [] };
  const pagination = { total: children.length, currentPage: 1, pageSize: 300, totalPages: 1 };
  return { overview: parent, evaluation: children, pagination, source: "made up" };
}

/** Progress calls its points `score` in children, and two of the lists give no codes. */
function rowOf(endpoint: string, unit: MadeUnit, points: number, day: string): Record<string, unknown> {
  const { departmentCode, ...bare } = named(unit);
  if (endpoint === "transparency" || endpoint === "handling-satisfaction")
    return { ...bare, totalScore: points };
  if (endpoint !== "dvc-progress-tree") return { ...bare, departmentCode, totalScore: points };
  return {
    ...bare,
    departmentCode,
    level: unit.level,
    totalReceived: receivedOf(unit.code, day),
    score: points,
  };
}

function named({ id, name, code }: MadeUnit) {
  return { departmentId: id, departmentName: name, departmentCode: code };
}
