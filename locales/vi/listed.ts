import { figures } from "#locales/vi/common.ts";
import type { ListedWords } from "#locales/words/listed.ts";
import { bold, lines, text } from "#services/reply/text.ts";

export const listed: ListedWords = {
  pick: (kind) => (kind === "group" ? "Trả lời tin này bằng số:" : "Gõ số để chọn:"),
  item: (number, label) => `${number}. ${label}`,
  later: ({ minutes, commands, isAll }) =>
    `Quá ${minutes} phút thì gõ${isAll ? "" : " lệnh, ví dụ"}: ${commands.join(" · ")}`,
  howToAsk: ([first = "/xephang tháng 8", ...others]) =>
    `Hỏi bot: gõ @, chọn tên bot rồi nhập lệnh, hoặc trả lời tin này bằng lệnh. Ví dụ: ${[first, ...others].join(" · ")}`,
  file: ({ name, address, until }) =>
    lines(text`Tệp ${bold(name)} (tải được đến hết ngày ${figures.date(until)}):`, address),
  noFile: (name) => `Tệp ${name} chưa gửi được ở đây. Anh/chị liên hệ người vận hành bot để nhận tệp.`,
};
