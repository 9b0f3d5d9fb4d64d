import { expect, it } from "vitest";
import { joinParts } from "#services/intake/join-parts.ts";

it.each([
  ["a sentence cut between words", ["xã Thủ Sỹ đạt", "89,63 điểm"], "xã Thủ Sỹ đạt 89,63 điểm"],
  ["a sentence cut before a small letter", ["kết quả tháng", "này tăng"], "kết quả tháng này tăng"],
  ["a finished line", ["hết câu.", "câu sau"], "hết câu.\ncâu sau"],
  ["a heading", ["HUYỆN TIÊN LỮ", "Số: 12/UBND"], "HUYỆN TIÊN LỮ\nSố: 12/UBND"],
  ["the next item of a list", ["kết quả như sau", "2. Xã Lệ Xá"], "kết quả như sau\n2. Xã Lệ Xá"],
  ["the next item by letter", ["kết quả như sau", "b) Xã Lệ Xá"], "kết quả như sau\nb) Xã Lệ Xá"],
  [
    "the next row of a table",
    ["1\tXã Lệ Xá\t87,31", "2\tXã Thủ Sỹ\t89,63"],
    "1\tXã Lệ Xá\t87,31\n2\tXã Thủ Sỹ\t89,63",
  ],
  ["nothing", [], ""],
])("%s", (_, parts, whole) => {
  expect(joinParts(parts)).toBe(whole);
});
