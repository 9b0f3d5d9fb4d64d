import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { schedules } from "#locales/vi/broadcasts.ts";
import { readRule } from "#services/schedules/read-rule.ts";
import type { Deadline, ScheduleRule } from "#services/schedules/schedule.ts";

const wait = (day: number, time: string | null = null): Deadline => ({ day, time });
const monthly = (day: number, time = "08:00", deadline: Deadline | null = null): ScheduleRule => ({
  ...{ on: "monthly", day, time, deadline },
});
const weekly = (day: number, time = "08:00", deadline: Deadline | null = null): ScheduleRule => ({
  ...{ on: "weekly", day, time, deadline },
});

const KNOWN: readonly (readonly [string, ScheduleRule, string])[] = [
  ["hằng tháng ngày 5 lúc 8:00, chờ số liệu đến ngày 8", monthly(5, "08:00", wait(8)), ""],
  ["hang thang ngay 5 luc 8h", monthly(5), ""],
  ["ngày 5 hằng tháng lúc 8 giờ 15, chờ số liệu đến 17:00 ngày 8", monthly(5, "08:15", wait(8, "17:00")), ""],
  [
    "mỗi tháng vào ngày mùng 3, đợi đến hết ngày 6 tỉnh Gia Lai",
    monthly(3, "08:00", wait(6)),
    "tỉnh Gia Lai",
  ],
  ["hằng tháng ngày 28, chờ đến ngày 3 huyện Tiên Lữ", monthly(28, "08:00", wait(3)), "huyện Tiên Lữ"],
  ["hằng tuần thứ Hai 7:30", weekly(1, "07:30"), ""],
  ["mỗi tuần thứ tư", weekly(3), ""],
  ["hằng tuần chủ nhật 8h chờ đến thứ 3", weekly(7, "08:00", wait(2)), ""],
  ["khi có số liệu", { on: "published", deadline: null }, ""],
  ["ngay khi có số liệu mới, chậm nhất ngày 10", { on: "published", deadline: wait(10) }, ""],
  ["hằng tháng ngày cuối tháng lúc 17:00", monthly(31, "17:00"), ""],
  ["hằng tháng ngày cuối cùng của tháng, chờ đến mùng 3", monthly(31, "08:00", wait(3)), ""],
  ["cuoi thang hang thang luc 5h chieu", monthly(31, "17:00"), ""],
  ["ngày đầu tháng, hằng tháng", monthly(1), ""],
  ["hằng tháng mùng 5", monthly(5), ""],
  ["mỗi tháng một lần ngày mùng năm lúc tám giờ", monthly(5), ""],
  ["hằng tháng ngày 5 lúc 8 giờ sáng", monthly(5), ""],
  ["hằng tháng ngày 5 lúc 2 giờ chiều huyện Tiên Lữ", monthly(5, "14:00"), "huyện Tiên Lữ"],
  ["hằng tháng ngày 5 lúc 14h chiều", monthly(5, "14:00"), ""],
  ["hằng tháng ngày 5 lúc 9 giờ rưỡi tối", monthly(5, "21:30"), ""],
  ["hằng tháng ngày 5 lúc 12 giờ trưa", monthly(5, "12:00"), ""],
  ["hằng tháng ngày 5 8h30", monthly(5, "08:30"), ""],
  ["hằng tháng ngày 5 lúc 8 giờ 15 phút", monthly(5, "08:15"), ""],
  ["mỗi thứ hai 8h", weekly(1), ""],
  ["mỗi sáng thứ hai", weekly(1), ""],
  ["thứ 2 hàng tuần", weekly(1), ""],
  ["chủ nhật hằng tuần lúc 6 giờ chiều, chờ đến 8 giờ sáng thứ ba", weekly(7, "18:00", wait(2, "08:00")), ""],
  ["khi có kết quả quận 8 Hồ Chí Minh", { on: "published", deadline: null }, "quận 8 Hồ Chí Minh"],
];

describe("a schedule in plain words", () => {
  it.each(KNOWN)("%s", (typed, rule, rest) => {
    expect(readRule(typed)).toMatchObject({ rule, rest });
  });

  it.each([
    "",
    "hằng ngày",
    "hằng tháng",
    "hằng tháng ngày 32",
    "hằng tháng ngày 5 lúc 24:00",
    "hằng tháng ngày 5 lúc 13 giờ sáng",
    "hằng tháng ngày 5 lúc 12 giờ đêm",
    "hằng tháng mùng 15",
    "hằng tuần ngày 5",
  ])("%s is none", (typed) => expect(readRule(typed)).toBeNull());
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
const deadlineUpTo = (most: number) =>
  fc.option(fc.record({ day: fc.integer({ min: 1, max: most }), time: fc.option(time, { nil: null }) }), {
    nil: null,
  });
const rules: fc.Arbitrary<ScheduleRule> = fc.oneof(
  fc.record({ on: fc.constant("published" as const), deadline: deadlineUpTo(31) }),
  fc.record({
    on: fc.constant("monthly" as const),
    day: fc.integer({ min: 1, max: 31 }),
    time,
    deadline: deadlineUpTo(31),
  }),
  fc.record({
    on: fc.constant("weekly" as const),
    day: fc.integer({ min: 1, max: 7 }),
    time,
    deadline: deadlineUpTo(7),
  }),
);

test("what the bot calls a schedule is understood as that schedule", () => {
  fc.assert(
    fc.property(rules, (rule) => {
      expect(readRule(schedules.rule(rule))).toMatchObject({ rule, rest: "" });
    }),
  );
});

test("the words of a rule are told from the rest, and mean the same again", () => {
  const read = readRule("huyện Tiên Lữ hằng tháng ngày 5 lúc 8:00, chờ số liệu đến ngày 8");
  expect(read?.said).toBe("hằng tháng ngày 5 lúc 8:00 chờ số liệu đến ngày 8");
  expect(readRule(read?.said ?? "")?.rule).toEqual(read?.rule);
});
