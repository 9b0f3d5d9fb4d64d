import { describe, expect, it, test } from "vitest";
import { readListedDays } from "#services/workdays/listed-days.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";

const workdays = createWorkdays({ timeZone: "Asia/Ho_Chi_Minh" });

describe("working days", () => {
  test.each([
    ["2024-01-01", false, "New Year"],
    ["2024-02-07", true, "the day before Tết 2024"],
    ["2024-02-08", false, "29 tháng Chạp"],
    ["2024-02-14", false, "mùng 5, made up for"],
    ["2024-02-15", true, "the day after Tết 2024"],
    ["2024-02-29", true, "the leap day, a Thursday"],
    ["2024-04-18", false, "Giỗ Tổ 2024"],
    ["2024-04-29", false, "swapped away"],
    ["2024-05-04", true, "the Saturday it was swapped for"],
    ["2024-05-11", false, "any other Saturday"],
    ["2024-09-03", false, "the second day of Quốc khánh"],
    ["2025-01-24", true, "the Friday before Tết 2025"],
    ["2025-02-03", true, "the Monday after Tết 2025"],
    ["2025-04-26", true, "a Saturday worked for 2/5"],
    ["2025-05-02", false, "swapped away"],
    ["2025-09-01", false, "the first day of Quốc khánh"],
    ["2026-01-02", false, "swapped away"],
    ["2026-01-10", true, "a Saturday worked for 2/1"],
    ["2026-04-27", false, "Giỗ Tổ fell on a Sunday"],
    ["2026-08-22", true, "a Saturday worked for 31/8"],
    ["2026-08-31", false, "swapped away"],
    ["2026-11-23", true, "its swap was proposed and not made"],
    ["2026-11-24", false, "the first Ngày Văn hóa Việt Nam"],
    ["2025-11-24", true, "a year before there was one"],
    ["2027-02-10", false, "the last day of Tết 2027"],
    ["2027-05-03", false, "1/5/2027 is a Saturday"],
  ])("%s is %s: %s", (date, working) => {
    expect(workdays.isWorkingDay(date)).toBe(working);
  });

  it("of a year whose holidays are not published counts weekends and fixed holidays off, and says so", () => {
    expect(workdays.isKnown("2027-06-01")).toBe(true);
    expect(workdays.isKnown("2028-06-01")).toBe(false);
    const days = ["2028-01-01", "2028-01-27", "2028-05-01", "2028-09-02", "2028-11-24", "2028-11-25"];
    expect(days.filter(workdays.isWorkingDay)).toEqual(["2028-01-27"]);
  });

  it("lists weekdays off and Saturdays of work only", () => {
    for (const [date, day] of readListedDays()) {
      const weekday = new Date(date).getUTCDay();
      expect([date, day === "work" ? weekday === 6 : weekday > 0 && weekday < 6]).toEqual([date, true]);
    }
  });
});

describe("counting", () => {
  test.each([
    ["2024-10-30", 0, "2024-10-30"],
    ["2024-10-30", 3, "2024-11-04"],
    ["2024-11-10", -3, "2024-11-06"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2024-02-07", 1, "2024-02-15"],
    ["2025-12-31", 1, "2026-01-05"],
    ["2026-08-21", 1, "2026-08-22"],
    ["2026-08-28", 1, "2026-09-03"],
    ["2026-01-12", -1, "2026-01-10"],
    ["2024-05-05", -1, "2024-05-04"],
  ])("%s and %i working days is %s", (date, n, expected) => {
    expect(workdays.addWorkingDays(date, n)).toBe(expected);
  });

  test.each([
    ["2024-11-08", "2024-11-11", 1],
    ["2024-11-08", "2024-11-10", 0],
    ["2024-11-08", "2024-11-08", 0],
    ["2024-02-07", "2024-02-15", 1],
    ["2024-04-26", "2024-05-04", 3],
    ["2024-02-28", "2024-03-01", 2],
    ["2024-11-11", "2024-11-08", -1],
    ["2023-12-29", "2025-01-02", 252],
  ])("from %s to %s there are %i", (from, to, expected) => {
    expect(workdays.workingDaysUntil(from, to)).toBe(expected);
  });
});

describe("quiet hours", () => {
  const morning = (date: string) => new Date(`${date}T07:30:00+07:00`);

  test.each([
    ["2024-11-06T07:29:59+07:00", "2024-11-06"],
    ["2024-11-06T18:00:00+07:00", "2024-11-07"],
    ["2024-11-06T23:59:00+07:00", "2024-11-07"],
    ["2024-11-07T00:00:00+07:00", "2024-11-07"],
    ["2024-11-06T23:30:00Z", "2024-11-07"],
    ["2024-11-08T19:00:00+07:00", "2024-11-11"],
    ["2024-11-09T10:00:00+07:00", "2024-11-11"],
    ["2024-02-07T18:30:00+07:00", "2024-02-15"],
    ["2024-02-10T00:30:00+07:00", "2024-02-15"],
    ["2024-05-03T20:00:00+07:00", "2024-05-04"],
    ["2025-12-31T18:01:00+07:00", "2026-01-05"],
    ["2024-02-29T05:00:00+07:00", "2024-02-29"],
    ["2024-10-31T21:00:00+07:00", "2024-11-01"],
  ])("at %s a message waits for the morning of %s", (moment, date) => {
    expect(workdays.nextQuietEnd(moment)).toEqual(morning(date));
  });

  test.each(["2024-11-06T07:30:00+07:00", "2024-11-06T17:59:59+07:00", "2026-08-22T09:00:00+07:00"])(
    "at %s a message may be sent",
    (moment) => {
      expect(workdays.nextQuietEnd(new Date(moment))).toBeNull();
    },
  );

  it("may be set otherwise", () => {
    const quiet = { from: "21:00", to: "06:00" };
    expect(workdays.nextQuietEnd("2024-11-06T18:30:00+07:00", quiet)).toBeNull();
    expect(workdays.nextQuietEnd("2024-11-06T05:00:00+07:00", quiet)).toEqual(
      new Date("2024-11-06T06:00:00+07:00"),
    );
  });
});
