import { describe, expect, it } from "vitest";
import { readDeadline } from "#services/explanations/read-deadline.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";

const workdays = createWorkdays({ timeZone: "Asia/Ho_Chi_Minh" });
/** A Saturday. */
const TODAY = "2026-11-21";

const read = (words: string, today = TODAY) => readDeadline(words, { today, workdays });

describe("a deadline in everyday words", () => {
  it.each([
    ["15/12/2026", "2026-12-15"],
    ["15-12-2026", "2026-12-15"],
    ["15.12.2026", "2026-12-15"],
    ["2026-12-15", "2026-12-15"],
    ["trước ngày 15/12/2026", "2026-12-15"],
    ["17h00 ngày 30/11", "2026-11-30"],
    ["30/11", "2026-11-30"],
    ["5/1", "2027-01-05"],
    ["ngày 5 tháng 12", "2026-12-05"],
    ["5 tháng 1 năm 2027", "2027-01-05"],
    ["ngày 30", "2026-11-30"],
    ["trước ngày 5", "2026-12-05"],
    ["hôm nay", "2026-11-21"],
    ["ngày mai", "2026-11-22"],
    ["ngày kia", "2026-11-23"],
    ["mốt", "2026-11-23"],
    ["10 ngày", "2026-12-01"],
    ["trong 10 ngày tới", "2026-12-01"],
    ["mười ngày nữa", "2026-12-01"],
    ["2 tuần", "2026-12-05"],
    ["1 tháng", "2026-12-21"],
    ["thứ Sáu", "2026-11-27"],
    ["thu 6", "2026-11-27"],
    ["thứ Sáu tuần sau", "2026-11-27"],
    ["thứ Hai tuần tới", "2026-11-23"],
    ["chủ nhật", "2026-11-22"],
    ["tuần sau", "2026-11-27"],
    ["cuối tháng", "2026-11-30"],
    ["hết tháng này", "2026-11-30"],
    ["cuối tháng sau", "2026-12-31"],
    ["tháng 12", "2026-12-31"],
    ["hết tháng 2", "2027-02-28"],
    ["trong tháng 3/2027", "2027-03-31"],
    ["cuối năm", "2026-12-31"],
    ["in 10 days", "2026-12-01"],
    ["tomorrow", "2026-11-22"],
  ])("%s is %s", (words, date) => {
    expect(read(words)).toEqual({ kind: "day", date });
  });

  it.each([
    ["thứ Sáu tuần này", "2026-11-16", "2026-11-20"],
    ["thứ Sáu tuần sau", "2026-11-16", "2026-11-27"],
    ["thứ Hai", "2026-11-16", "2026-11-16"],
    ["tuần này", "2026-11-16", "2026-11-20"],
    ["1 tháng", "2027-01-31", "2027-02-28"],
    ["29/2", "2027-12-01", "2028-02-29"],
  ])("%s, said on %s, is %s", (words, today, date) => {
    expect(read(words, today)).toEqual({ kind: "day", date });
  });

  it("in working days leaves out weekends and the Culture Day of 24 November", () => {
    expect(read("3 ngày làm việc")?.date).toBe("2026-11-26");
    expect(read("5 working days")?.date).toBe("2026-11-30");
  });

  it.each([
    ["20/11/2026", "2026-11-20"],
    ["1/9", "2026-09-01"],
    ["tháng 10/2026", "2026-10-31"],
  ])("%s is over", (words, date) => {
    expect(read(words)).toEqual({ kind: "past", date });
  });

  it("more than a year away is no promise", () => {
    expect(read("31/12/2028")?.kind).toBe("far");
  });

  it.each(["sớm nhất", "khi có máy quét", "31/2/2027", "32/12/2026", "40", "t6", ""])(
    "is not in %j",
    (words) => {
      expect(read(words)).toBeNull();
    },
  );
});
