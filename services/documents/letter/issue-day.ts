import type { WrittenDay } from "#services/documents/letter/heading.ts";
import { dateMarks, isoDay } from "#services/documents/marks/dates.ts";
import { type Passage, places } from "#services/documents/marks/passage.ts";
import { lastOfFirst } from "#services/text/in-order.ts";

export interface IssueDay {
  /** ISO day of issue; null = not stated or not legible. */
  readonly date: string | null;
  /** The month was garbled and followed from the days the text names. */
  readonly inferred: boolean;
}

/** The day in the heading; a garbled month is inferred when only one lies between the text's past and its deadlines. */
export function issueDay({ year, month, day, garbledMonth }: WrittenDay, body: readonly Passage[]): IssueDay {
  if (year === null || day === null) return { date: null, inferred: false };
  if (month !== null) return { date: isoDay(String(year), String(month), String(day)), inferred: false };
  if (!garbledMonth) return { date: null, inferred: false };

  const { latestPast, firstDeadline } = boundsOf(body);
  if (latestPast === null || firstDeadline === null) return { date: null, inferred: false };
  const months = Array.from({ length: 12 }, (_, i) => isoDay(String(year), String(i + 1), String(day)));
  const possible = months.filter((date) => date !== null && date >= latestPast && date <= firstDeadline);
  return possible.length === 1
    ? { date: possible[0] ?? null, inferred: true }
    : { date: null, inferred: false };
}

function boundsOf(body: readonly Passage[]): { latestPast: string | null; firstDeadline: string | null } {
  const past: string[] = [];
  const deadlines: string[] = [];
  for (const passage of body) {
    const cues = places(passage, "truoc ngay");
    for (const { start, date } of dateMarks(passage)) {
      const cue = lastOfFirst(cues, (each) => each.start <= start);
      const isDeadline = cue !== undefined && start - cue.end <= 4;
      if (date) (isDeadline ? deadlines : past).push(date);
    }
  }
  return { latestPast: past.sort().at(-1) ?? null, firstDeadline: deadlines.sort()[0] ?? null };
}
