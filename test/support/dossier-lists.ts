import { utils, write } from "@e965/xlsx";

/** Citizens nobody is called like: whoever finds one of these words in a file found what must not be there. */
export const CITIZENS = [
  { name: "Quàng Thị Mỵ Châu", phone: "0987650001", address: "Tổ 17, ngõ Hoa Sữa" },
  { name: "Khuất Duy Tiễn", phone: "0987650002", address: "Thôn Đông Hồ Thượng" },
  { name: "Mẫn Bá Khoát", phone: "0987650003", address: "Số 9 đường Lãn Ông" },
] as const;

/** Pieces of all that must not be kept, as they would stand in any file. */
export const SECRETS = CITIZENS.flatMap(({ name, phone, address }) => [
  name,
  name.split(" ").slice(-2).join(" "),
  phone,
  phone.slice(1),
  address,
]);

export interface ListedDossier {
  readonly code: string;
  readonly unit: string;
  readonly field?: string;
  readonly due?: string;
  readonly days?: string | number;
  readonly state?: string;
}

const HEADS = [
  "STT",
  "Mã số hồ sơ",
  "Chủ hồ sơ",
  "Số điện thoại",
  "Địa chỉ",
  "Lĩnh vực",
  "Đơn vị xử lý",
  "Ngày hẹn trả",
  "Số ngày quá hạn",
  "Tình trạng",
] as const;

/** A list as offices export it: citizens in every row, again and again the same three. */
export function listRows(dossiers: readonly ListedDossier[]): readonly (readonly string[])[] {
  const rows = dossiers.map(({ code, unit, field = "", due = "", days = "", state = "" }, i) => {
    const { name, phone, address } = CITIZENS[i % CITIZENS.length] ?? CITIZENS[0];
    return [String(i + 1), code, name, phone, address, field, unit, due, String(days), state];
  });
  return [HEADS, ...rows];
}

export const TITLE = [
  "UBND HUYỆN TIÊN LỮ",
  "DANH SÁCH HỒ SƠ QUÁ HẠN CHƯA GIẢI QUYẾT",
  "Kỳ số liệu: tháng 10/2024, tính đến ngày 31/10/2024",
] as const;

export function listWorkbook(
  dossiers: readonly ListedDossier[],
  title: readonly string[] = TITLE,
): Uint8Array {
  const book = utils.book_new();
  const lines = [...title.map((line) => [line]), [], ...listRows(dossiers)];
  utils.book_append_sheet(book, utils.aoa_to_sheet(lines.map((row) => [...row])), "Danh sách");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
}

/** The same as text, its cells set apart by a mark. */
export function listText(
  dossiers: readonly ListedDossier[],
  mark: string,
  title: readonly string[] = TITLE,
): string {
  const line = (row: readonly string[]): string =>
    row.map((cell) => (cell.includes(mark) ? `"${cell}"` : cell)).join(mark);
  return [...title, "", ...listRows(dossiers).map(line)].join("\n");
}
