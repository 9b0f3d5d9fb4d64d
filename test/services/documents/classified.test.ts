import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isClassified } from "#services/documents/letter/classified.ts";
import { readDocument } from "#services/documents/read-document.ts";
import { cpuMs } from "#test/support/cpu-ms.ts";

const LETTER = `UBND HUYỆN TIÊN LỮ
Số: 412/UBND-VP
Tiên Lữ, ngày 05 tháng 10 năm 2024
Kết quả Bộ chỉ số 766 tháng 9/2024 của các xã

Stt\tTên đơn vị\tĐiểm tổng hợp
1\txã Thủ Sỹ\t89,63
2\txã Nhật Tân\t88,23
`;

async function bearsMark(text: string): Promise<boolean> {
  const { blocks } = await readDocument({ name: "", bytes: new TextEncoder().encode(text) });
  return isClassified(blocks);
}

const STAMPS = [
  "MẬT",
  "Mật",
  "mật",
  "TỐI MẬT",
  "TUYỆT MẬT",
  "Tuyệt mật",
  "**TUYỆT MẬT**",
  "TUYỆT-MẬT",
  "TỐI_MẬT",
  "T.Ố.I M.Ậ.T",
  "[ Mật ]",
  "( TỐI MẬT )",
  "«MẬT»",
  "“MẬT”",
  "*** MẬT ***",
  "— MẬT —",
  "MẬT!",
  "| MẬT |",
  "│ TỐI MẬT │",
  "┌──────┐\n│ MẬT │\n└──────┘",
  "+-------+\n| TUYỆT MẬT |\n+-------+",
  "M Ậ T",
  "M  Ậ  T",
  "T Ố I   M Ậ T",
  "T Ố I M Ậ T",
  "T U Y Ệ T  M Ậ T",
  "M\tẬ\tT",
  "M\nẬ\nT",
  "T\nỐ\nI\n\nM\nẬ\nT",
  "TỐI\nMẬT",
  "TỐI\u00a0MẬT",
  "TỐI\u2003MẬT",
  "MẬ\u200bT",
  "\u200eMẬT",
  "M\u00adẬT",
  "M\u2060Ậ\ufe0fT",
  "M\u0007ẬT",
  "ＭẬＴ",
  "ＴＯＩ　ＭＡＴ",
  "𝐌Ậ𝐓",
  "ⓂẬⓉ",
  "ᴍậᴛ",
  "МẬТ",
  "М\u0410\u0323\u0302Т",
  "ΜẬΤ",
  "ТỐІ МẬТ",
  "TỐ1 MẬT",
  "TỐl MẬT",
  "MAT",
  "TOI MAT",
  "TUYET MAT",
  "TUYỆT MAT",
  "T0I MAT",
  "VĂN BẢN MẬT",
  "TÀI LIỆU TỐI MẬT",
  "CÔNG VĂN MẬT",
  "Dấu: MẬT",
  "Dấu mật: Tối mật",
  "Đóng dấu: TUYỆT MẬT",
  "DẤU CHỈ ĐỘ MẬT: MẬT",
  "Độ mật: Tối mật",
  "ĐỘ MẬT: TỐI MẬT",
  "Độ mật : Mật",
  "Độ mật – Mật",
  "Mức độ mật: Tuyệt mật",
  "Mức độ bảo mật: Mật",
  "Cấp độ mật: Mật",
  "Độ mật: Mật. Độ khẩn: Hỏa tốc",
  "Độ khẩn: Hỏa tốc; Độ mật: Tối mật",
  "Đ ộ  m ậ t :  T ố i  m ậ t",
  "Do mat: Toi mat",
  "Phân loại: MẬT",
  "Loại tài liệu: mật",
  "Ký hiệu: MẬT",
  "ỦY BAN NHÂN DÂN   MẬT   CỘNG HÒA",
  "Mật     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "UBND HUYỆN TIÊN LỮ     TỐI MẬT",
  "UBND HUYỆN TIÊN LỮ (MẬT)",
  "MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "M Ậ T   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM MẬT",
  "UBND HUYỆN TIÊN LỮ TỐI MẬT",
  "Số: 12/UBND-VP MẬT",
];

const WORDS = [
  "V/v bảo vệ bí mật nhà nước",
  "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
  "Bảo mật thông tin; giữ bí mật.",
  "ĐỀ ÁN BẢO MẬT DỮ LIỆU",
  "KẾ HOẠCH BẢO ĐẢM AN TOÀN, BẢO MẬT",
  "AN TOÀN BẢO MẬT",
  "MẬT ĐỘ DÂN SỐ",
  "Mật độ dân số",
  "Mật khẩu: 8 ký tự",
  "Độ bảo mật: mật khẩu phải có 8 ký tự",
  "Độ mật: Không",
  "Độ mật: không mật",
  "Độ mật: thường",
  "ĐỘ MẬT",
  "KHÔNG MẬT",
  "ĐÃ GIẢI MẬT",
  "Nguyễn Văn Mật",
  "NGUYỄN VĂN MẬT",
  "Người ký: Nguyễn Văn Mật",
  "Xã Đường Mật",
  "UBND XÃ ĐỒNG MẬT",
  "Mật ong rừng",
  "mật mã, cơ mật, thân mật, tuyệt mật khẩu",
  "Cán bộ giữ tuyệt mật thông tin của người dân.",
  "Hồ sơ tối mật không thuộc phạm vi công bố này.",
  "Tôi mất liên lạc",
  "mat",
  "Bề mặt",
  "MẶT BẰNG GIÁ",
  "MẤT ĐIỆN",
  "Tối mai họp",
  "T",
  "A B C",
  "Ma trận",
];

describe("a mark of secrecy", () => {
  test.each(STAMPS)("is found: %j", async (stamp) => {
    expect(await bearsMark(`${stamp}\n${LETTER}`)).toBe(true);
  });

  it("is found under the heading, in a table's cell and at the head of a later page", async () => {
    for (const stamp of ["MẬT", "T Ố I  M Ậ T", "Độ mật: Tối mật"]) {
      expect(await bearsMark(LETTER.replace("\nTiên Lữ", `\n${stamp}\nTiên Lữ`))).toBe(true);
      expect(await bearsMark(LETTER.replace("UBND HUYỆN TIÊN LỮ", `UBND HUYỆN TIÊN LỮ\t${stamp}`))).toBe(
        true,
      );
      expect(await bearsMark(`${LETTER.repeat(5)}\f${stamp}\n${LETTER}`)).toBe(true);
    }
    expect(await bearsMark(`${LETTER.repeat(5)}\fUBND HUYỆN TIÊN LỮ      MẬT\n${LETTER}`)).toBe(true);
  });

  const gap = fc.constantFrom(
    "",
    "",
    " ",
    "  ",
    "\u00a0",
    "\u200b",
    "\u2009",
    ".",
    "-",
    "_",
    "\u00ad",
    "\ufeff",
    "\u3000",
  );

  it("is found whatever stands between its letters", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("MẬT", "TỐI MẬT", "TUYỆT MẬT", "Tối mật"),
        fc.array(gap, { minLength: 10, maxLength: 10 }),
        fc.boolean(),
        async (mark, gaps, isDecomposed) => {
          const spelled = Array.from(mark, (letter, i) => letter + gaps[i]).join("");
          const stamp = isDecomposed ? spelled.normalize("NFD") : spelled;
          expect(await bearsMark(`${stamp}\n${LETTER}`)).toBe(true);
        },
      ),
    );
  });
});

describe("ordinary words", () => {
  test.each(WORDS)("are no mark of secrecy: %j", async (words) => {
    expect(await bearsMark(`${words}\n${LETTER}`)).toBe(false);
    expect(await bearsMark(`${LETTER}\n${words}, theo quy định.\n${words}\n`)).toBe(false);
  });

  it("of every letter at hand are none", async () => {
    const folder = join(import.meta.dirname, "../../fixtures/documents");
    const letters = (await readdir(folder)).filter((name) => name.endsWith(".txt"));
    expect(letters.length).toBeGreaterThan(4);
    for (const name of letters)
      expect([name, await bearsMark(await readFile(join(folder, name), "utf8"))]).toEqual([name, false]);
  });

  const row = (cell: string): string => `${cell.repeat(20)}\n`;
  it("take no longer to tell from marks than their length asks", async () => {
    for (const piece of ["M ", "MẬT", "mật:", " ", "dấu ", row("m\t"), "A.M.", row("|m"), "Độ mật "]) {
      const took = await cpuMs(() => bearsMark(`m${piece.repeat(100_000 / piece.length)}m`));
      expect(took).toBeLessThan(5_000);
    }
  });
});
