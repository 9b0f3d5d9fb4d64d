import { figures } from "#locales/vi/common.ts";
import type { ListedWords } from "#locales/words/listed.ts";
import { bold, lines, text } from "#services/reply/text.ts";

export const listed: ListedWords = {
  pick: (kind) => (kind === "group" ? "Trả lời tin này bằng số:" : "Gõ số để chọn:"),
  item: (number, label) => `${number}. ${label}`,
  later: ({ minutes, commands, isAll }) =>
    `Sau ${minutes} phút, gõ${isAll ? "" : " lệnh, ví dụ"}: ${commands.join(" · ")}`,
  howToAsk:
    "Hỏi bot: gõ @, chọn tên bot rồi nhập lệnh (ví dụ /xephang tháng 8), hoặc trả lời tin này bằng lệnh.",
  file: ({ name, address, until }) =>
    lines(text`Tệp ${bold(name)} (tải được đến hết ngày ${figures.date(until)}):`, address),
  noFile: (name) => `Tệp ${name} chưa gửi được ở đây. Anh/chị liên hệ người vận hành bot để nhận tệp.`,
};
