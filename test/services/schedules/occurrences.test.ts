import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  deadlineOf,
  nextOccurrence,
  occurrencesUntil,
  wantedPeriod,
} from "#services/schedules/occurrences.ts";
import type { ScheduleRule } from "#services/schedules/schedule.ts";

const HANOI = "Asia/Ho_Chi_Minh";
const dated = (
  on: "monthly" | "weekly",
  day: number,
  time: string,
  deadline: ScheduleRule["deadline"] = null,
) => ({ on, day, time, deadline }) as ScheduleRule;
const inHanoi = (moment: Date | null | undefined): string | undefined =>
  moment ? new Date(moment.getTime() + 7 * 3600_000).toISOString().slice(0, 16) : undefined;
const at = (moment: string): Date => new Date(`${moment}+07:00`);

describe("occurrences", () => {
  it("fall at the wall clock's time, the one due this second included", () => {
    const rule = dated("monthly", 1, "06:00");
    const found = occurrencesUntil(rule, at("2025-01-01T06:00:00"), HANOI, 3);
    expect(found.map(inHanoi)).toEqual(["2025-01-01T06:00", "2024-12-01T06:00", "2024-11-01T06:00"]);
    expect(found.map((one) => wantedPeriod(rule, one, HANOI))).toEqual(["2024-12", "2024-11", "2024-10"]);
    expect(inHanoi(occurrencesUntil(rule, at("2025-01-01T05:59:59.999"), HANOI, 1)[0])).toBe(
      "2024-12-01T06:00",
    );
  });

  it("of a day that a month lacks fall on its last", () => {
    const found = occurrencesUntil(dated("monthly", 31, "08:00"), at("2024-05-15T00:00:00"), HANOI, 4);
    expect(found.map(inHanoi)).toEqual([
      "2024-04-30T08:00",
      "2024-03-31T08:00",
      "2024-02-29T08:00",
      "2024-01-31T08:00",
    ]);
    const inPlainYear = occurrencesUntil(dated("monthly", 29, "08:00"), at("2025-03-01T00:00:00"), HANOI, 1);
    expect(inPlainYear.map(inHanoi)).toEqual(["2025-02-28T08:00"]);
  });

  it("of a week are about the ISO week before", () => {
    const rule = dated("weekly", 1, "07:30");
    const [monday] = occurrencesUntil(rule, at("2025-01-05T23:00:00"), HANOI, 1);
    expect(inHanoi(monday)).toBe("2024-12-30T07:30");
    expect(monday && wantedPeriod(rule, monday, HANOI)).toBe("2024-W52");
  });
});

describe("a deadline", () => {
  it("is the end of the named day, of the own day, or the named time", () => {
    const due = at("2024-09-05T08:00:00");
    const of = (deadline: ScheduleRule["deadline"]) =>
      deadlineOf(dated("monthly", 5, "08:00", deadline), due, HANOI).toISOString();
    expect(of(null)).toBe("2024-09-05T16:59:59.999Z");
    expect(of({ day: 8, time: null })).toBe("2024-09-08T16:59:59.999Z");
    expect(of({ day: 8, time: "17:00" })).toBe("2024-09-08T10:00:00.000Z");
    expect(of({ day: 3, time: null })).toBe("2024-10-03T16:59:59.999Z");
  });

  it("is never past the next occurrence", () => {
    const rules = fc.record({
      on: fc.constantFrom("monthly" as const, "weekly" as const),
      day: fc.integer({ min: 1, max: 7 }),
      wait: fc.integer({ min: 1, max: 7 }),
      now: fc.date({ min: at("2020-01-01T00:00:00"), max: at("2030-01-01T00:00:00"), noInvalidDate: true }),
    });
    fc.assert(
      fc.property(rules, ({ on, day, wait, now }) => {
        const rule = dated(on, day, "08:00", { day: wait, time: null });
        const [due] = occurrencesUntil(rule, now, HANOI, 1);
        const next = due && nextOccurrence(rule, due, HANOI);
        const until = due && deadlineOf(rule, due, HANOI);
        expect(due && until && next && due <= now && due < until && until <= next).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test("between two occurrences there is none", () => {
  const rule = dated("monthly", 30, "23:45");
  const days = fc.date({
    min: at("2023-01-01T00:00:00"),
    max: at("2027-01-01T00:00:00"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (now) => {
      const [last] = occurrencesUntil(rule, now, HANOI, 1);
      const next = nextOccurrence(rule, now, HANOI);
      expect(last && next && nextOccurrence(rule, last, HANOI)?.getTime() === next.getTime()).toBe(true);
    }),
    { numRuns: 60 },
  );
});
