import { describe, expect, it } from "vitest";
import { withDigits } from "#services/text/spoken-numbers.ts";

describe("numbers as they are spoken", () => {
  it.each([
    ["dưới tám mươi lăm điểm", "dưới 85 điểm"],
    ["duoi chin muoi phan tram", "duoi 90 phan tram"],
    ["hơn chín chục điểm", "hơn 90 điểm"],
    ["đúng hạn chín lăm phần trăm", "đúng hạn 95 phần trăm"],
    ["hai mươi mốt xã", "21 xã"],
    ["trăm phần trăm", "100 phần trăm"],
    ["tháng tám năm hai nghìn không trăm hai mươi tư", "tháng tám năm 2024"],
    ["năm hai không hai tư", "năm 2024"],
    ["năm hai không hai mươi sáu", "năm 2026"],
  ])("%s is %s", (said, written) => {
    expect(withDigits(said)).toBe(written);
  });

  it.each(["tháng mười hai", "xã Ba Trại", "năm xã cuối", "xã Tam Đa", "một trăm xã"])(
    "%s stays as it is written",
    (said) => {
      expect(withDigits(said)).toBe(said);
    },
  );
});
