import { describe, expect, it } from "vitest";
import { decodeLegacy, fromLegacy } from "#services/text/legacy/legacy.ts";
import { bytesOf, LETTERS, read } from "#test/services/documents/reading.ts";
import { toBytes1258, toTcvn3, toVni, western } from "#test/support/old-alphabets.ts";

const UNICODE = [
  "UBND HUYỆN TIÊN LỮ",
  "Số: 412/UBND-VP",
  "Tiên Lữ, ngày 05 tháng 10 năm 2024",
  "Công bố kết quả Bộ chỉ số 766 tháng 9/2024 của các xã",
  "",
  "Stt\tTên đơn vị\tĐiểm tổng hợp\tTiến độ giải quyết hồ sơ",
  "1\txã Thủ Sỹ\t89,63\t100",
  "2\txã Nhật Tân\t88,23\t98",
  "3\txã Hưng Đạo\t88,12\t97",
  "4\txã Lệ Xá\t87,31\t96",
].join("\n");

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const figuresOf = ({ sheets }: Awaited<ReturnType<typeof read>>) =>
  sheets.flatMap(({ period, rows }) =>
    rows.map(({ unit, indicator, value }) => `${period} ${unit.toLowerCase()} ${indicator} ${value}`),
  );

const WAYS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "TCVN3 as pasted": (text) => utf8(toTcvn3(text)),
  "TCVN3 as a file": (text) => western(toTcvn3(text)),
  "VNI as pasted": (text) => utf8(toVni(text)),
  "VNI as a file": (text) => western(toVni(text)),
  "Windows-1258 as a file": toBytes1258,
};

describe("alphabets of the years before Unicode", () => {
  for (const [name, encode] of Object.entries(WAYS)) {
    it(`${name} gives the figures that Unicode gives, and says what it was`, async () => {
      const plain = await read(utf8(UNICODE));
      const old = await read(encode(UNICODE));
      expect(figuresOf(plain)).toHaveLength(8);
      expect(figuresOf(old)).toEqual(figuresOf(plain));
      expect(old.warnings.map(({ code }) => code)).toContain("converted");
      expect(plain.warnings.map(({ code }) => code)).not.toContain("converted");
    });
  }

  it("every letter comes back in small, and words in capitals are capitals", () => {
    const text = "xã Thủ Sỹ được đánh giá tốt, trường hợp chậm trễ phải kiểm điểm nghiêm túc, khẩn trương";
    expect(fromLegacy(toTcvn3(text))).toEqual({ script: "TCVN3 (.VnTime)", text });
    expect(fromLegacy(toVni(text))).toEqual({ script: "VNI", text });
    expect(decodeLegacy(toBytes1258(text))).toEqual({ script: "Windows-1258", text });
    const loud = "ỦY BAN NHÂN DÂN HUYỆN TIÊN LỮ TỈNH HƯNG YÊN";
    expect(fromLegacy(toTcvn3(loud))?.text).toBe(loud);
  });

  it("takes no letter in Unicode, and no other language, for one of them", () => {
    for (const letter of Object.values(LETTERS)) {
      expect(fromLegacy(new TextDecoder().decode(bytesOf(letter)))).toBeNull();
    }
    expect(
      fromLegacy("Le café près de l'hôtel était déjà fermé à Noël, où Zoë a mangé des gâteaux à côté"),
    ).toBeNull();
    expect(
      fromLegacy("§ 5 © 2024 ® ± 3 µm «Công văn» kết quả tháng 9 của các xã, thị trấn đã được công bố"),
    ).toBeNull();
    expect(decodeLegacy(Uint8Array.from({ length: 400 }, (_, i) => (i * 7919) % 256))).toBeNull();
  });
});
