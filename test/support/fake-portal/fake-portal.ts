import { z } from "zod";
import { isoDate } from "#services/periods/calendar.ts";
import type { PortalFetch } from "#services/portal/portal-client.ts";
import { type PortalFaultName, type RawAnswer, spoiled } from "#test/support/fake-portal/faults.ts";
import { type AskedOf, type MadeAnswer, madeAnswer } from "#test/support/fake-portal/made-answers.ts";
import { madeCountry } from "#test/support/fake-portal/made-country.ts";

const PATH = "/api/v1/reporting/evaluation/";
const ENDPOINTS = [
  "service-results",
  "dvc-progress-tree",
  "transparency",
  "provide-online-tree",
  "formality-online-payment-tree",
  "dossier-digitized",
  "handling-satisfaction",
];

const time = z.union([
  z.object({ timeType: z.literal("month"), year: z.int(), month: z.int().min(1).max(12) }),
  z.object({ timeType: z.literal("quarter"), year: z.int(), quarter: z.int().min(1).max(4) }),
  z.object({ timeType: z.literal("year"), year: z.int() }),
]);
const page = { rootDepartmentId: z.uuid(), currentPage: z.literal(1), pageSize: z.int().min(1) };
const range = z.strictObject({ ...page, fromDate: z.iso.date(), toDate: z.iso.date() });
const Keys = z.object({
  departmentType: z.literal("ADMINISTRATIVE_UNIT").optional(),
  rootDepartmentId: z.uuid().optional(),
});

export interface PortalCall {
  readonly endpoint: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly fault: PortalFaultName | null;
}

export interface FakePortalOptions {
  /** The day the portal's figures stand at (ISO); they are renewed in the night. */
  readonly standsAt: () => string;
  /** What goes wrong with the next request. */
  readonly faultOf?: (endpoint: string) => PortalFaultName | null;
  /** Answers of the real portal, given where a request is the one recorded. */
  readonly recorded?: (endpoint: string, body: Readonly<Record<string, unknown>>) => string | null;
}

export interface PortalRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const BAD_REQUEST: RawAnswer = { status: 400, type: "application/json", text: '{"code":"BAD_REQUEST"}' };

export type FakePortal = ReturnType<typeof createFakePortal>;

/** The portal's reporting interface over a made-up country, as strict as the real one in method, path and body. */
export function createFakePortal({
  standsAt,
  faultOf = () => null,
  recorded = () => null,
}: FakePortalOptions) {
  const calls: PortalCall[] = [];

  function answer({ method, path, headers, body }: PortalRequest): RawAnswer | "closed" | "slow" {
    const endpoint = path.slice(PATH.length);
    const isJson =
      /application\/json/u.test(headers["content-type"] ?? "") && /json/u.test(headers.accept ?? "");
    if (method !== "POST" || !path.startsWith(PATH) || !ENDPOINTS.includes(endpoint) || !isJson)
      return BAD_REQUEST;
    const parsed = JSON.parse(body) as Record<string, unknown>;
    const asked = askedOf(endpoint, parsed, standsAt());
    const fault = faultOf(endpoint);
    calls.push({ endpoint, body: parsed, headers, fault });
    if (!asked) return BAD_REQUEST;
    if (fault === "closed" || fault === "slow") return fault;
    const replayed = recorded(endpoint, parsed);
    if (replayed !== null) return { status: 201, type: "application/json", text: replayed };
    const made = madeAnswer(endpoint, asked);
    if (fault) return spoiled(fault, made, () => ofAnother(endpoint, asked));
    return { status: 201, type: "application/json; charset=utf-8", text: JSON.stringify(made) };
  }

  return { calls, answer };
}

function ofAnother(endpoint: string, asked: AskedOf): MadeAnswer {
  const other = madeCountry.find(({ code }) => code !== asked.province?.code) ?? null;
  return madeAnswer(endpoint, { ...asked, province: other });
}

function askedOf(endpoint: string, body: Record<string, unknown>, standsAt: string): AskedOf | null {
  const { data: keys } = Keys.safeParse(body);
  const province = madeCountry.find(({ id }) => id === keys?.rootDepartmentId) ?? null;
  const isCountry = endpoint === "service-results" && keys?.rootDepartmentId === undefined;
  const period = endpoint === "handling-satisfaction" ? periodOfRange(body) : periodOf(body);
  if (!keys || period === null || (!province && !isCountry)) return null;
  return { province, period, day: standsAt };
}

function periodOf(body: Record<string, unknown>): string | null {
  const { data } = time.safeParse(body);
  if (!data) return null;
  if (data.timeType === "month") return `${data.year}-${String(data.month).padStart(2, "0")}`;
  return data.timeType === "quarter" ? `${data.year}-Q${data.quarter}` : String(data.year);
}

/** The range of a whole month or quarter, or of a year until some day. */
function periodOfRange(body: Record<string, unknown>): string | null {
  const { data } = range.safeParse(body);
  if (!data) return null;
  const [year, month] = data.fromDate.split("-").map(Number) as [number, number];
  if (data.toDate === isoDate(year, month + 1, 0)) return data.fromDate.slice(0, 7);
  if (data.toDate === isoDate(year, month + 3, 0) && (month - 1) % 3 === 0 && month !== 1)
    return `${year}-Q${(month + 2) / 3}`;
  return String(year);
}

/** Calls a portal without a network, under a moved clock. A slow answer takes the whole time a request may last. */
export function fetchOf(portal: FakePortal, passTime: (ms: number) => void): PortalFetch {
  return async (address, { method, headers, body }) => {
    const answer = portal.answer({ method, path: new URL(address).pathname, headers, body });
    passTime(answer === "slow" ? 45_000 : 700);
    if (answer === "closed") throw Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
    if (answer === "slow") throw Object.assign(new Error("given up"), { code: "ABORT_ERR" });
    return { status: answer.status, text: async () => answer.text };
  };
}
