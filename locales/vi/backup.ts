import { createNumber, fileSize } from "#locales/shared/figures.ts";
import { figures } from "#locales/vi/common.ts";
import type { BackupWords } from "#locales/words/backup.ts";
import type { BackupTrouble } from "#services/backups/backup-trouble.ts";

const TROUBLES: Readonly<Record<BackupTrouble, string>> = {
  "cannot-write":
    "không ghi được vào thư mục BACKUP_DIR. Kiểm tra quyền ghi và dung lượng còn trống của đĩa.",
  damaged: "tệp vừa ghi đọc lại không nguyên vẹn. Kiểm tra đĩa hoặc chọn thư mục khác.",
  "half-restored": "kho đang khôi phục dở. Hãy khôi phục lại cho xong.",
};

const number = createNumber("vi");

export const backup: BackupWords = {
  commands: {
    saoluu: {
      purpose: "Bản sao lưu gần nhất; sao lưu ngay",
      usage: "[ngay]",
      examples: ["/saoluu", "/saoluu ngay"],
    },
  },
  asked: "Bot sao lưu trong ít giây nữa. Gõ /saoluu để xem bản mới.",
  lies: (file) => `Tệp: ${file}`,
  actions: { now: "Sao lưu ngay", see: "Xem bản sao lưu" },
  restoreUsage: "Cách dùng: npm run -s restore -- TỆP [--replace]",
  done: ({ entries, bytes, file, originals }) =>
    `Đã sao lưu ${number(entries)} mục (${fileSize(bytes, number)}) vào ${file}${originals === 0 ? "" : `, và ${number(originals)} văn bản gốc vào thư mục originals cạnh tệp đó`}`,
  restored: ({ entries, at, timeZone, originals }) =>
    `Đã khôi phục ${number(entries)} mục${originals === 0 ? "" : ` và ${number(originals)} văn bản gốc`}, theo bản sao lưu lúc ${moment(at, timeZone)}. Có thể chạy lại bot.`,
  state({ plan, last, fault }, local) {
    if (plan === null) return "Sao lưu tự động: chưa bật (đặt BACKUP_DIR trong tệp .env)";
    const newest = last
      ? `bản gần nhất ${figures.moment(local(last.at))}, ${number(last.entries)} mục, ${fileSize(last.bytes, number)}`
      : "chưa có bản nào";
    const lead = fault ? `Sao lưu tự động LỖI từ ${figures.moment(local(fault.since))}` : "Sao lưu tự động";
    return `${lead}: ${newest} · hằng ngày lúc ${plan.at}, giữ ${number(plan.keep)} bản`;
  },
  failed: (why) =>
    `Sao lưu tự động không thành công: ${TROUBLES[why]} Bot thử lại mỗi giờ và không nhắc thêm; xem /trangthai.`,
  refused: {
    "no-file": (file) => `Không đọc được tệp ${file}. Kiểm tra lại tên tệp và quyền đọc.`,
    "not-a-backup": (file) => `${file} không phải bản sao lưu của Bot 766.`,
    newer: (file) =>
      `${file} do một phiên bản mới hơn của bot ghi ra. Hãy cập nhật bot rồi khôi phục lại; chưa có gì thay đổi.`,
    damaged: (file) =>
      `${file} bị hỏng hoặc thiếu phần cuối. Hãy dùng bản sao lưu khác; chưa có gì thay đổi.`,
    "not-empty": () =>
      "Kho đang có số liệu nên không ghi đè; chưa có gì thay đổi. Nếu chắc chắn muốn thay toàn bộ, gõ lại lệnh, thêm --replace ở cuối.",
    "half-restored": () =>
      "Lần khôi phục trước bị dừng giữa chừng, kho đang thiếu số liệu nên chưa dùng được. Hãy khôi phục lại: npm run -s restore -- TỆP --replace",
    "in-use": () =>
      "Bot đang chạy trên kho này nên chưa khôi phục; chưa có gì thay đổi. Hãy dừng bot rồi gõ lại lệnh.",
    "cannot-write": (file) => `Không ghi được ${file}. Kiểm tra quyền ghi và dung lượng còn trống của đĩa.`,
  },
};

function moment(at: Date, timeZone: string): string {
  const time = new Intl.DateTimeFormat("vi", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
  const day = new Intl.DateTimeFormat("vi", { timeZone }).format(at);
  return `${time} ngày ${day}`;
}
