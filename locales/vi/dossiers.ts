import type { DossierWords, NamedCodes, NamedCounts } from "#locales/words/dossiers.ts";

/** Ministries by the number their systems' codes bear. */
const MINISTRIES: Readonly<Record<string, string>> = {
  "02": "Bộ Công Thương",
  "03": "Bộ Giáo dục và Đào tạo",
  "06": "Bộ Khoa học và Công nghệ",
  "09": "Bộ Nội vụ",
  "10": "Bộ Nông nghiệp và Môi trường",
  "15": "Bộ Tư pháp",
  "16": "Bộ Văn hóa, Thể thao và Du lịch",
  "17": "Bộ Xây dựng",
  "18": "Bộ Y tế",
};

const listed = ({ shown, more }: NamedCounts, nameOf: (name: string) => string): string =>
  shown.map(({ name, count }) => `${nameOf(name)} ${count}`).join(" · ") +
  (more > 0 ? ` · ${more} mục khác` : "");

const codes = ({ shown, more }: NamedCodes): string =>
  shown.join(", ") + (more > 0 ? ` và ${more} mã khác` : "");

export const dossiers: DossierWords = {
  heading: "Danh sách hồ sơ:",
  total: ({ total, onTime, withoutUnit }) =>
    `${[
      `${total} hồ sơ khác nhau`,
      onTime && `${onTime} không quá hạn nên không tính`,
      withoutUnit && `${withoutUnit} không rõ đơn vị nên chưa tính cho đơn vị nào`,
    ]
      .filter(Boolean)
      .join("; ")}.`,
  unknownKind: (count) =>
    `${count} hồ sơ không rõ là quá hạn, tạm dừng hay trả lại nên không tính. Anh/chị ghi rõ ở tên danh sách rồi gửi lại.`,
  byField: (counts) => `Lĩnh vực: ${listed(counts, (name) => name || "không ghi lĩnh vực")}.`,
  byMinistry: (counts) =>
    `Hệ thống: ${listed(counts, (name) => (name === "" ? "của tỉnh" : (MINISTRIES[name] ?? `bộ, ngành mã ${name}`)))}.`,
  late: ({ few, some, many, unknown, reckonedTo }) =>
    `Quá hạn đến 3 ngày: ${few} · trên 3 đến 10 ngày: ${some} · trên 10 ngày: ${many}${unknown ? ` · không rõ số ngày: ${unknown}` : ""}${reckonedTo ? ` (chỗ danh sách không ghi: tính theo ngày lịch đến ${reckonedTo})` : ""}.`,
  repeated: (repeated) => `${repeated.count} mã có ở nhiều dòng, mỗi mã tính một lần: ${codes(repeated)}.`,
  odd: (odd) => `${odd.count} mã viết khác mẫu, vẫn tính: ${codes(odd)}.`,
  rowsWithoutCode: (count) => `${count} dòng không có mã hồ sơ nên không tính.`,
  outside: (count) => `${count} mã hồ sơ nêu ngoài bảng nên không tính.`,
  nobodyKept: "Bot chỉ giữ số lượng: tên, số điện thoại, địa chỉ của người dân không được lưu.",
};
