import { describe, expect, it } from "vitest";
import { writtenOut } from "#services/text/shorthand.ts";

describe("shortened words", () => {
  it("are written out, whatever their case", () => {
    expect(writtenOut("DV nào dc 85 điểm, kq ntn?")).toBe("đơn vị nào được 85 điểm, kết quả như thế nào?");
  });

  it.each(["Cương Chính tháng 8", "đvhc, dcs", "r8 e5"])("%s holds none", (text) => {
    expect(writtenOut(text)).toBe(text);
  });
});
