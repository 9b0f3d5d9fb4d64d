import { daysBetween } from "#services/periods/calendar.ts";
import { periodRange } from "#services/periods/period.ts";
import type { Archive, KeptAnswer } from "#services/portal/archive.ts";
import { isClosed } from "#services/portal/day-plan.ts";
import { countryFigures, joinSet, type SetFigures } from "#services/portal/day-set.ts";
import { isFault, type PortalFault } from "#services/portal/faults.ts";
import type { HeldFigures, HeldSet } from "#services/portal/held-figures.ts";
import { GROUP_CODES, type GroupCode } from "#services/portal/questions.ts";
import { type PortalList, readList } from "#services/portal/read-list.ts";
import type { SetTask } from "#services/portal/set-tasks.ts";

/** What the day's believed answers about one set amount to. */
export type Assembled =
  | { readonly kind: "set"; readonly set: HeldSet }
  /** The same as the set before, to the letter: the portal has not renewed its figures, so they are not of this day. */
  | { readonly kind: "stale" }
  | { readonly kind: "fault"; readonly fault: PortalFault };

/** How long after a period's end the same figures as before count as not renewed, days. */
const STALE_FOR_DAYS = 3;

/** Joins the believed answers of a task that has no open question. */
export async function assemble(
  day: string,
  task: SetTask,
  { archive, figures }: { readonly archive: Archive; readonly figures: HeldFigures },
): Promise<Assembled> {
  const { place, period, label, questions } = task;
  const answers = await Promise.all(questions.map((question) => archive.get(day, question)));
  const kept = answers.filter((answer): answer is KeptAnswer => answer !== null && answer.fault === null);
  if (kept.length !== questions.length) throw new RangeError("a set was assembled before all was answered");
  const lists = kept.map(({ text }, index) => listOf(task, index, text));
  const joined = join(lists);
  if (isFault(joined)) return { kind: "fault", fault: joined };
  const hashes = kept.map(({ hash }) => hash);
  const [before] = await figures.latest(place, period);
  const closed = isClosed(period, day);
  const mayBeStale = !closed || daysBetween(periodRange(period).end, day) <= STALE_FOR_DAYS;
  if (mayBeStale && before?.hashes.join() === hashes.join()) return { kind: "stale" };
  const fetchedAt =
    kept
      .map((answer) => answer.fetchedAt)
      .sort()
      .at(-1) ?? day;
  return { kind: "set", set: { period, label, figures: joined, closed, fetchedAt, hashes } };
}

function listOf({ questions }: SetTask, index: number, text: string): PortalList {
  const question = questions[index];
  const list = question && readList(question, text);
  if (!list || isFault(list)) throw new RangeError("a believed answer cannot be read again");
  return list;
}

/** One list is the country's, seven are a province's totals and groups in the order of asking. */
function join([totals, ...groups]: readonly PortalList[]): SetFigures | PortalFault {
  if (!totals) throw new RangeError("a set without answers");
  if (groups.length === 0) return countryFigures(totals);
  const byCode = Object.fromEntries(GROUP_CODES.map((code, index) => [code, groups[index]]));
  return joinSet({ totals, groups: byCode as Readonly<Record<GroupCode, PortalList>> });
}
