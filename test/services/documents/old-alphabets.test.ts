import { describe, expect, it } from "vitest";
import { decodeLegacy, fromLegacy } from "#services/text/legacy/legacy.ts";
import { bytesOf, LETTERS, read } from "#test/services/documents/reading.ts";

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

const TCVN3_SHOWN = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦";
const TCVN3_MEANT = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";

/** As a font of capitals has it: small codes, where there are no capital ones. */
function toTcvn3(text: string): string {
  const code = (letter: string) => TCVN3_SHOWN.charAt([...TCVN3_MEANT].indexOf(letter));
  return [...text].map((letter) => code(letter) || code(letter.toLowerCase()) || letter).join("");
}

const VNI_TONES: Readonly<Record<string, string>> = {
  "\u0301": "ù",
  "\u0300": "ø",
  "\u0309": "û",
  "\u0303": "õ",
  "\u0323": "ï",
};
const VNI_BOTH: Readonly<Record<string, string>> = {
  "\u0302": "âáàåãä",
  "\u0306": "êéèúüë",
};
const TONES = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
const VNI_SINGLES: Readonly<Record<string, string>> = {
  ơ: "ô",
  ư: "ö",
  đ: "ñ",
  í: "í",
  ì: "ì",
  ỉ: "æ",
  ĩ: "ó",
  ị: "ò",
  ỵ: "î",
};

function toVni(text: string): string {
  return [...text]
    .map((letter) => {
      const isCapital = letter !== letter.toLowerCase();
      const small = smallVni(letter.toLowerCase());
      return isCapital ? small.toUpperCase() : small;
    })
    .join("");
}

function smallVni(letter: string): string {
  if (VNI_SINGLES[letter]) return VNI_SINGLES[letter];
  const marks = letter.normalize("NFD");
  const tone = TONES.find((each) => each !== "" && marks.includes(each)) ?? "";
  const bare = marks.replace(tone, "").normalize("NFC");
  const horned = VNI_SINGLES[bare];
  if (horned) return tone === "" ? horned : `${horned}${VNI_TONES[tone]}`;
  const shape = Object.keys(VNI_BOTH).find((each) => marks.includes(each));
  if (shape) return `${marks.charAt(0)}${VNI_BOTH[shape]?.charAt(TONES.indexOf(tone))}`;
  return tone === "" ? letter : `${bare}${VNI_TONES[tone]}`;
}

/** The letters of its own, tones behind their vowels. */
function toBytes1258(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1258");
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code] as const),
  );
  const letters = [...text.normalize("NFC")].flatMap((letter) => {
    if (codes.has(letter)) return [letter];
    const marks = letter.normalize("NFD");
    const tone = TONES.find((each) => each !== "" && marks.includes(each)) ?? "";
    return [marks.replace(tone, "").normalize("NFC"), tone];
  });
  return Uint8Array.from(
    letters.filter((letter) => letter !== ""),
    (letter) => codes.get(letter) ?? 63,
  );
}

const western = (text: string): Uint8Array => {
  const decoder = new TextDecoder("windows-1252");
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code] as const),
  );
  return Uint8Array.from([...text], (letter) => codes.get(letter) ?? 63);
};

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
