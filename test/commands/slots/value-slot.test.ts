import { describe, expect, it } from "vitest";
import { remainderOf, words } from "#commands/slots/remainder.ts";
import { findValue, valueWords } from "#commands/slots/value-slot.ts";

const read = (text: string) => {
  const [value, rest] = findValue(remainderOf(text), "2024-10-06");
  return [value && valueWords(value), words(rest)];
};

describe("a value that is supposed", () => {
  it.each([
    ["Thủ Sỹ đúng hạn 95%", "95%", "Thủ Sỹ đúng hạn"],
    ["Thủ Sỹ đúng hạn lên 95 phần trăm", "95%", "Thủ Sỹ đúng hạn"],
    ["Thủ Sỹ tiến độ 19,5 điểm tháng 8", "19,5 điểm", "Thủ Sỹ tiến độ tháng 8"],
    ["tháng 8/2024 Thủ Sỹ tiến độ là 19.5", "19,5", "tháng 8/2024 Thủ Sỹ tiến độ"],
    ["Thủ Sỹ giảm 2 điểm", "giảm 2 điểm", "Thủ Sỹ"],
    ["Thủ Sỹ tăng thêm 1 phẩy 5 điểm", "tăng 1,5 điểm", "Thủ Sỹ"],
    ["Thủ Sỹ tăng lên 90 điểm", "90 điểm", "Thủ Sỹ"],
    ["Thủ Sỹ giảm xuống còn 80", "80", "Thủ Sỹ"],
    ["Thủ Sỹ đúng hạn 1.250 hồ sơ", "1250 hồ sơ", "Thủ Sỹ đúng hạn"],
    ["Thủ Sỹ đúng hạn tháng 8/2024", null, "Thủ Sỹ đúng hạn tháng 8/2024"],
    ["Thủ Sỹ", null, "Thủ Sỹ"],
  ])("%s: %s", (text, value, rest) => {
    expect(read(text)).toEqual([value, rest]);
  });
});
