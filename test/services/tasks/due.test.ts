import { describe, expect, it, test } from "vitest";
import { nextOccurrence, occurrenceAt } from "#services/tasks/due.ts";
import { firstReminder, reminderAfter, reminderTimes } from "#services/tasks/reminder-times.ts";
import type { TaskDue } from "#services/tasks/task.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";
import { makeTask } from "#test/services/tasks/make.ts";

const timeZone = "Asia/Ho_Chi_Minh";
const calendar = { workdays: createWorkdays({ timeZone }), timeZone };
const at = (moment: string) => new Date(`${moment}+07:00`);

const notOn = (date: string): TaskDue => ({ on: "date", date, includesDay: false });
const monday: TaskDue = { on: "weekly", weekday: 1, time: "09:00" };

describe("reminders of one deadline", () => {
  test.each<[string, TaskDue, string, string[]]>([
    [
      "before a Sunday",
      notOn("2024-11-10"),
      "2024-11-10",
      ["2024-11-06T07:30", "2024-11-08T07:30", "2024-11-10T00:00"],
    ],
    [
      "up to a Friday",
      { on: "date", date: "2024-11-15", includesDay: true },
      "2024-11-15",
      ["2024-11-12T07:30", "2024-11-14T07:30", "2024-11-16T00:00"],
    ],
    [
      "right after Tết",
      notOn("2024-02-15"),
      "2024-02-15",
      ["2024-02-05T07:30", "2024-02-07T07:30", "2024-02-15T00:00"],
    ],
    [
      "after a swapped Saturday",
      notOn("2026-08-24"),
      "2026-08-24",
      ["2026-08-20T07:30", "2026-08-22T07:30", "2026-08-24T00:00"],
    ],
    [
      "on the first of a year",
      notOn("2026-01-05"),
      "2026-01-05",
      ["2025-12-29T07:30", "2025-12-31T07:30", "2026-01-05T00:00"],
    ],
    ["every Monday", monday, "2024-11-11", ["2024-11-08T07:30"]],
    ["every Monday, after a holiday", monday, "2026-01-05", ["2025-12-31T07:30"]],
  ])("%s", (_, due, occurrence, moments) => {
    expect(reminderTimes(due, occurrence, calendar)).toEqual(moments.map((moment) => at(`${moment}:00`)));
  });
});

describe("a task that has just become known", () => {
  test.each<[string, TaskDue, string | null]>([
    ["2024-11-01T10:00:00", notOn("2024-11-10"), "2024-11-06T07:30:00"],
    ["2024-11-07T10:00:00", notOn("2024-11-10"), "2024-11-07T10:00:00"],
    ["2024-11-10T00:00:00", notOn("2024-11-10"), null],
    ["2024-11-06T10:00:00", monday, "2024-11-08T07:30:00"],
    ["2024-11-11T08:59:00", monday, "2024-11-11T08:59:00"],
    ["2024-11-11T09:00:00", monday, "2024-11-15T07:30:00"],
  ])("at %s, due %j, is first spoken of at %s", (now, due, expected) => {
    expect(firstReminder(due, at(now), calendar)?.at ?? null).toEqual(expected && at(expected));
  });

  it("of every week is spoken of again the week after", () => {
    const following = (moment: string, occurrence: string) =>
      reminderAfter(monday, { at: at(moment), occurrence }, calendar);
    expect(following("2024-11-08T07:30:00", "2024-11-11")).toEqual({
      at: at("2024-11-15T07:30:00"),
      occurrence: "2024-11-18",
    });
    expect(following("2025-01-24T08:00:00", "2025-01-27")).toEqual({
      at: at("2025-01-24T07:30:00"),
      occurrence: "2025-02-03",
    });
    expect(following("2025-04-01T08:00:00", "2025-01-27")).toEqual({
      at: at("2025-04-04T07:30:00"),
      occurrence: "2025-04-07",
    });
  });
});

describe("the week that matters", () => {
  const known = makeTask({ due: monday, createdAt: "2024-10-01T00:00:00.000Z" });

  test.each([
    ["2024-11-11T08:59:00", "2024-11-11"],
    ["2024-11-11T09:00:00", "2024-11-11"],
    ["2024-11-14T20:00:00", "2024-11-11"],
    ["2024-11-15T00:00:00", "2024-11-18"],
  ])("at %s is that of %s", (now, occurrence) => {
    expect(occurrenceAt(known, at(now), timeZone)).toBe(occurrence);
  });

  it("is never one from before the task was known, nor one that is done", () => {
    const fresh = { ...known, createdAt: "2024-11-12T00:00:00.000Z" };
    expect(occurrenceAt(fresh, at("2024-11-12T10:00:00"), timeZone)).toBe("2024-11-18");
    const word = { occurrence: "2024-11-18", by: "test:a", name: "", at: "2024-11-15T00:00:00.000Z" };
    expect(occurrenceAt({ ...known, done: [word] }, at("2024-11-15T10:00:00"), timeZone)).toBe("2024-11-25");
  });

  it("begins anew over New Year and the leap day", () => {
    expect(nextOccurrence(monday, at("2024-12-31T10:00:00"), timeZone)).toBe("2025-01-06");
    const thursday: TaskDue = { on: "weekly", weekday: 4, time: "15:00" };
    expect(nextOccurrence(thursday, at("2024-02-29T14:00:00"), timeZone)).toBe("2024-02-29");
    expect(nextOccurrence(thursday, at("2024-02-29T15:00:00"), timeZone)).toBe("2024-03-07");
    const sunday: TaskDue = { on: "weekly", weekday: 7, time: "17:00" };
    expect(nextOccurrence(sunday, at("2024-11-09T17:30:00"), timeZone)).toBe("2024-11-10");
  });
});
