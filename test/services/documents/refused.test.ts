import { describe, expect, it } from "vitest";
import { readDocument } from "#services/documents/read-document.ts";
import { read } from "#test/services/documents/reading.ts";

const refusalOf = (text: string | Uint8Array, name?: string) =>
  read(text, name).then(
    () => null,
    (error: unknown) => (error as { code?: string }).code,
  );

const BODY = "\n\nHUYỆN TIÊN LỮ\n\nTổng điểm tháng 8/2024: 88,03/100 điểm.\n";

describe("a document with a secrecy mark", () => {
  for (const mark of [
    "MẬT",
    "TỐI MẬT",
    "**TUYỆT MẬT**",
    "[ Mật ]",
    "Độ mật: Tối mật",
    "ỦY BAN NHÂN DÂN   MẬT   CỘNG HÒA",
  ]) {
    it(`is refused: ${mark}`, async () => {
      expect(await refusalOf(mark + BODY)).toBe("classified");
    });
  }

  for (const words of [
    "V/v bảo vệ bí mật nhà nước",
    "Bảo mật thông tin; giữ bí mật.",
    "ĐỀ ÁN BẢO MẬT DỮ LIỆU",
    "MẬT ĐỘ DÂN SỐ",
    "Nguyễn Văn Mật",
  ]) {
    it(`is not meant by: ${words}`, async () => {
      expect(await refusalOf(words + BODY)).toBeNull();
    });
  }
});

describe("a file that cannot be read", () => {
  it("says why in a code", async () => {
    expect(await refusalOf(new Uint8Array())).toBe("empty");
    expect(await refusalOf(" \n\t\n")).toBe("empty");
    expect(await refusalOf(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), "a.docx")).toBe("damaged");
    expect(await refusalOf("Rar!\u001a\u0007", "a.docx")).toBe("unsupported-format");
    expect(await refusalOf("%PDF-1.7\n…", "a.txt")).toBe("damaged-pdf");
    expect(await refusalOf(new Uint8Array(64).fill(0x81), "a.txt")).toBe("not-text");
    expect(await refusalOf("dòng\n".repeat(30_000))).toBe("too-many-rows");
  });

  it("is refused for its size before it is read", async () => {
    const file = { name: "a.txt", bytes: new Uint8Array(21 * 1024 * 1024) };
    await expect(readDocument(file)).rejects.toMatchObject({ code: "too-large", facts: { megabytes: 20 } });
  });
});
