import { figures } from "#locales/en/common.ts";
import type { ListedWords } from "#locales/words/listed.ts";
import { bold, lines, text } from "#services/reply/text.ts";

export const listed: ListedWords = {
  pick: (kind) => (kind === "group" ? "Reply to this message with a number:" : "Type a number to choose:"),
  item: (number, label) => `${number}. ${label}`,
  later: ({ minutes, commands, isAll }) =>
    `After ${minutes} minutes, type${isAll ? "" : " a command, as"}: ${commands.join(" · ")}`,
  howToAsk: ([first = "/xephang month 8", ...others]) =>
    `To ask: type @, choose the bot and type a command, or reply to this message with one. For example: ${[first, ...others].join(" · ")}`,
  file: ({ name, address, until }) =>
    lines(text`File ${bold(name)} (to be fetched until ${figures.date(until)}):`, address),
  noFile: (name) => `The file ${name} cannot be sent here. Please ask the bot's operator for it.`,
};
