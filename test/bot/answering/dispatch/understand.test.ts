import { describe, expect, it } from "vitest";
import { understand } from "#bot/answering/dispatch/understand.ts";
import { commands } from "#commands/index.ts";

/** "xephang(tháng 8)", "?xephag → xephang", or the words themselves. */
function heard(typed: string): string {
  const understood = understand(typed, commands);
  if (understood.kind === "words") return understood.text;
  if (understood.kind === "unknown") return `?${understood.typed} → ${understood.nearest.join(", ")}`;
  if (understood.kind === "beyond") return `${understood.matter}: ${understood.args}`;
  return `${understood.command.name}(${understood.args})`;
}

describe("the command in a message", () => {
  it.each([
    "/xephang t8",
    "/xếphạng t8",
    "/Xếp Hạng t8",
    "/XEPHANG t8",
    "XEPHANG t8",
    "xếp hạng t8",
    "  xep   hang   t8  ",
    "/ xephang t8",
    "/xephang\nt8",
    "/xephang@Bot766_bot t8",
    "/xh t8",
    "/xephang, t8",
    "/xếp hạng: t8",
    "\\xephang t8",
    "bảng xếp hạng t8",
  ])("%j is /xephang", (typed) => {
    expect(heard(typed)).toBe("xephang(t8)");
  });

  it.each([
    ["/xa Cương Chính", "xa(Cương Chính)"],
    ["/huyện Mê Linh", "xa(Mê Linh)"],
    ["/thị xã An Khê", "xa(An Khê)"],
    ["Tổng hợp tháng 8", "tonghop(tháng 8)"],
    ["/start", "batdau()"],
    ["K7M2-9QXD", "quyen(K7M2-9QXD)"],
    ["2024-2025", "2024-2025"],
    ["bảng-điểm", "bảng-điểm"],
    ["địa bàn", "diaban()"],
    ["/trợ giúp xếp hạng", "trogiup(xếp hạng)"],
  ])("%j is %s", (typed, expected) => {
    expect(heard(typed)).toBe(expected);
  });

  it.each([
    ["/xephag", "?xephag → xephang"],
    ["/tonghp t8", "?tonghp → tonghop t8"],
    ["/xephag@Bot766_bot t8", "?xephag@Bot766_bot → xephang t8"],
    ["/xephangthang 8", "?xephangthang → xephang thang 8"],
    ["/XếpHạngTháng8", "?XếpHạngTháng8 → xephang Tháng8"],
    ["/tonghopthang8 Tiên Lữ", "?tonghopthang8 → tonghop thang8 Tiên Lữ"],
    ["/xaydung", "?xaydung → "],
    ["/batdua", "?batdua → batdau"],
    ["/qwertyuiop", "?qwertyuiop → "],
    ["/", "? → "],
    ["/🎉", "?🎉 → "],
  ])("%j is none, but near to %s", (typed, expected) => {
    expect(heard(typed)).toBe(expected);
  });

  it.each([["/dubao", "forecast: "]])(
    "%j would be a command that there is none of: %s",
    (typed, expected) => {
      expect(heard(typed)).toBe(expected);
    },
  );

  it.each([
    ["/nhập số 12/VP", "nhap(số 12/VP)"],
    ["/sở Y tế", "xa(Y tế)"],
    ["/lịch sửa 3", "lich(sửa 3)"],
    ["/so sánh Thủ Sỹ, Lệ Xá", "sosanh(Thủ Sỹ, Lệ Xá)"],
  ])("%j is the command it begins with: %s", (typed, expected) => {
    expect(heard(typed)).toBe(expected);
  });

  it.each(["xã nào thấp nhất?", "tháng 8 xã nào thấp nhất?", "Cương Chính", "", "xã nào dẫn đầu"])(
    "%j is a question in words",
    (typed) => {
      expect(heard(typed)).toBe(typed);
    },
  );
});
