import type { MadeAnswer } from "#test/support/fake-portal/made-answers.ts";

/** What the portal, or what stands before it, does instead of answering well. */
export const PORTAL_FAULTS = [
  "401",
  "403",
  "429",
  "500",
  "503",
  "html",
  "rejected",
  "closed",
  "slow",
  "truncated",
  "renamed",
  "asText",
  "wrongRoot",
  "half",
  "zeros",
  "twoPages",
] as const;

export type PortalFaultName = (typeof PORTAL_FAULTS)[number];

export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const HTML = { status: 200, type: "text/html", text: "<html><body>Bảo trì hệ thống</body></html>" };
const REJECTED = { status: 200, type: "text/html", text: "Request Rejected. Your support ID is: 7781" };

/** The answer spoiled; "closed" and "slow" are the connection's affair. */
export function spoiled(fault: PortalFaultName, answer: MadeAnswer, other: () => MadeAnswer): RawAnswer {
  if (/^\d/u.test(fault))
    return { status: Number(fault), type: "application/json", text: '{"code":"ERROR"}' };
  if (fault === "html") return HTML;
  if (fault === "rejected") return REJECTED;
  if (fault === "wrongRoot") return ok(JSON.stringify(other()));
  if (fault === "half") return ok(JSON.stringify(halved(answer)));
  return ok(rewritten(fault, JSON.stringify(answer)));
}

function ok(text: string): RawAnswer {
  return { status: 201, type: "application/json; charset=utf-8", text };
}

/** Every second unit; the portal's own count says nothing is missing. */
function halved({ data, ...rest }: MadeAnswer): MadeAnswer {
  const half = (rows: unknown[]) => rows.filter((_, index) => index % 2 === 0);
  const rows = data.evaluation
    ? {
        evaluation: half(data.evaluation),
        pagination: { total: half(data.evaluation).length, currentPage: 1, totalPages: 1 },
      }
    : { children: half(data.children ?? []) };
  return { ...rest, data: { ...data, ...rows } };
}

function rewritten(fault: PortalFaultName, text: string): string {
  if (fault === "truncated") return text.slice(0, Math.floor(text.length * 0.7));
  if (fault === "renamed") return text.replaceAll(/"(?:totalScore|score)":/gu, '"points":');
  if (fault === "asText") return text.replaceAll(/"(totalScore|score)":([\d.]+)/gu, '"$1":"$2"');
  if (fault === "twoPages") return text.replaceAll('"totalPages":1', '"totalPages":2');
  // One group at zero: in the country's list the portal lowers the totals with it, in a province's list all are nothing.
  const zero = /"(?:totalScore|score|MDHL|CKMB|TDGQ|CLGQ|TTTT|MDSH)":[\d.]+/gu;
  return text.includes('"groupScores"')
    ? text.replaceAll(/"MDHL":[\d.]+/gu, '"MDHL":0')
    : text.replaceAll(zero, (found) => `${found.split(":")[0]}:0`);
}
