import type * as z from "zod";
import { GroupList, GroupTree, ServiceResults } from "#services/portal/answers.ts";
import type { PortalFault } from "#services/portal/faults.ts";
import type { Question } from "#services/portal/questions.ts";

/** What an answer says of one unit. Points; null = nothing to measure. */
export interface ListedUnit {
  readonly id: string;
  /** Null where an endpoint gives none. */
  readonly code: string | null;
  readonly name: string;
  readonly score: number | null;
  /** Of provinces in the country's list. */
  readonly groups: Readonly<Record<string, number | null>> | null;
  /** Dossiers received, where an endpoint counts them. */
  readonly received: number | null;
}

/** An answer as it is checked: who was asked about, and the units below. */
export interface PortalList {
  readonly root: Omit<ListedUnit, "id"> & { readonly id: string | null };
  readonly units: readonly ListedUnit[];
}

const TREES = ["dvc-progress-tree", "provide-online-tree", "formality-online-payment-tree"];

/** The list in an answer, or why it has none: its text is cut off, or its shape is not the one that is known. */
export function readList({ endpoint }: Question, text: string): PortalList | PortalFault {
  const json = parsed(text);
  if (json === undefined) return { code: "notJson", facts: [] };
  if (endpoint === "service-results") return fromTotals(json);
  return TREES.includes(endpoint) ? fromTree(json) : fromPages(json);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fromTotals(json: unknown): PortalList | PortalFault {
  const { data: answer, error } = ServiceResults.safeParse(json);
  if (error) return changed(error);
  const { overview, evaluation } = answer.data;
  const units = evaluation.map(
    ({ departmentId, departmentCode, departmentName, totalScore, groupScores }) => ({
      id: departmentId ?? "",
      code: departmentCode,
      name: departmentName,
      score: totalScore ?? null,
      groups: groupScores ?? null,
      received: null,
    }),
  );
  if (units.some(({ id }) => id === ""))
    return { code: "changedSchema", facts: ["data.evaluation.departmentId"] };
  if ([overview, ...evaluation].some(({ totalScore }) => totalScore === undefined))
    return { code: "changedSchema", facts: ["data.evaluation.totalScore"] };
  const { departmentCode: code, departmentName: name, totalScore } = overview;
  return { root: { id: null, code, name, score: totalScore ?? null, groups: null, received: null }, units };
}

function fromTree(json: unknown): PortalList | PortalFault {
  const { data: answer, error } = GroupTree.safeParse(json);
  if (error) return changed(error);
  return { root: scored(answer.data.parent), units: answer.data.children.map(scored) };
}

function fromPages(json: unknown): PortalList | PortalFault {
  const { data: answer, error } = GroupList.safeParse(json);
  if (error) return changed(error);
  const { overview, evaluation, pagination } = answer.data;
  if (pagination.totalPages > 1 || pagination.total !== evaluation.length)
    return { code: "unitsMissing", facts: [String(evaluation.length), String(pagination.total)] };
  return { root: scored(overview), units: evaluation.map(scored) };
}

type Scored = z.infer<typeof GroupTree>["data"]["parent"];

function scored({ departmentId, departmentCode, departmentName, ...figures }: Scored): ListedUnit {
  const score = figures.score ?? figures.totalScore ?? null;
  const received = figures.totalReceived ?? null;
  return {
    id: departmentId,
    code: departmentCode ?? null,
    name: departmentName,
    score,
    groups: null,
    received,
  };
}

/** Where the answer differs, the first few places. */
function changed(error: z.ZodError): PortalFault {
  const places = error.issues.map(({ path }) => path.filter((part) => typeof part === "string").join("."));
  return { code: "changedSchema", facts: [...new Set(places)].slice(0, 5) };
}
