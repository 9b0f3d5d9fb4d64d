import { commandLine } from "#locales/shared/command-line.ts";
import type { HelpWords } from "#locales/words/help.ts";
import { bold } from "#services/reply/text.ts";

export const help: HelpWords = {
  commands: {
    trogiup: {
      purpose: "Trợ giúp, cách gõ từng lệnh",
      usage: "[lệnh]",
      examples: ["/trogiup", "/trogiup xephang"],
    },
  },
  title: bold("Các lệnh của Bot 766"),
  command: commandLine,
  more: "Kỳ: 8, t8/2024, tháng trước, quý 3, 6 tháng đầu năm, năm 2024. Gõ không dấu cũng được. Xem kỹ một lệnh: /trogiup xephang",
  sisters: (names) => `Cũng gọi bằng: ${names}`,
  examples: "Ví dụ:",
  table: { command: "Lệnh", purpose: "Trả lời", examples: "Ví dụ" },
};
