import { type Period, periodKind, periodRange } from "#services/periods/period.ts";

/** Each group of the index has an endpoint of its own, under whose name its answer is kept. */
export const GROUP_ENDPOINTS = {
  CKMB: "transparency",
  TDGQ: "dvc-progress-tree",
  CLGQ: "provide-online-tree",
  TTTT: "formality-online-payment-tree",
  MDHL: "handling-satisfaction",
  MDSH: "dossier-digitized",
} as const;

export type GroupCode = keyof typeof GROUP_ENDPOINTS;
export type Endpoint = "service-results" | (typeof GROUP_ENDPOINTS)[GroupCode];

export const GROUP_CODES = Object.keys(GROUP_ENDPOINTS) as GroupCode[];

/** The country's place in keys; a province's is its code. */
export const COUNTRY_PLACE = "VN";

/** A province as the portal names it: its id is asked with, its code is answered. */
export interface PortalRoot {
  readonly id: string;
  /** "H21" */
  readonly code: string;
}

/** One request to the portal. */
export interface Question {
  readonly endpoint: Endpoint;
  /** Null = the country's provinces. */
  readonly root: PortalRoot | null;
  /** A month, a quarter or a year. */
  readonly period: Period;
  /** Last day asked about, ISO: the period's own last day unless it is still open. */
  readonly until: string;
}

/** Where a question's answer is kept, within one day. */
export function questionKey({ endpoint, root, period }: Question): string {
  return `${root?.code ?? COUNTRY_PLACE}/${period}/${endpoint}`;
}

/** All about the units of one province: their totals, then the six groups. */
export function questionsOfProvince(root: PortalRoot, period: Period, until: string): readonly Question[] {
  const endpoints: readonly Endpoint[] = ["service-results", ...Object.values(GROUP_ENDPOINTS)];
  return endpoints.map((endpoint) => ({ endpoint, root, period, until }));
}

/** More units than any province has; the portal's trees ignore it. */
const PAGE_SIZE = 300;

/** What is sent: bodies as two public programs send them (recorded requests of 2026). Throws RangeError for other periods. */
export function bodyOf({ endpoint, root, period, until }: Question): Readonly<Record<string, unknown>> {
  if (root === null) return { ...time(period), departmentType: "ADMINISTRATIVE_UNIT" };
  const page = { rootDepartmentId: root.id, currentPage: 1, pageSize: PAGE_SIZE };
  if (endpoint !== "handling-satisfaction") return { ...page, ...time(period) };
  return { ...page, fromDate: periodRange(period).start, toDate: until };
}

function time(period: Period): Readonly<Record<string, unknown>> {
  const kind = periodKind(period);
  const year = Number(period.slice(0, 4));
  if (kind === "year") return { timeType: "year", year };
  if (kind === "month") return { timeType: "month", year, month: Number(period.slice(5)) };
  if (kind === "quarter") return { timeType: "quarter", year, quarter: Number(period.slice(6)) };
  throw new RangeError(`the portal knows no ${kind}`);
}
