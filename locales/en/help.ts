import { commandLine } from "#locales/shared/command-line.ts";
import type { HelpWords } from "#locales/words/help.ts";
import { bold } from "#services/reply/text.ts";

export const help: HelpWords = {
  commands: {
    trogiup: {
      purpose: "Help, and how to type a command",
      usage: "[command]",
      examples: ["/trogiup", "/trogiup xephang"],
    },
  },
  title: bold("Commands of Bot 766"),
  command: commandLine,
  more: "Periods: 8, t8/2024, tháng trước, quý 3, 6 tháng đầu năm, năm 2024. More about a command: /trogiup xephang",
  sisters: (names) => `Also called: ${names}`,
  examples: "Examples:",
  table: { command: "Command", purpose: "Answers", examples: "Examples" },
};
