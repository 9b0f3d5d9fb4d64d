import type { CommandHelp, HelpWords } from "#locales/words/answers.ts";
import type { CommandName } from "#locales/words/commands.ts";
import { bold } from "#services/reply/text.ts";

const commands: Record<CommandName, CommandHelp> = {
  xephang: {
    purpose: "Ranking with a picture",
    usage: "[period] [indicator] [top N / cuối N] [dưới 85 / dưới chỉ tiêu / loại tốt] [xã / sở] [area]",
    examples: [
      "/xephang thang 8",
      "/xephang tiến độ top 5",
      "/xephang cuối 3 t8/2024",
      "/xephang sở Gia Lai",
    ],
  },
  xa: {
    purpose: "Everything about one unit",
    usage: "<unit>[, <unit>] [indicator] [period]",
    examples: ["/xa Cương Chính", "/xa p. Pleiku 2/2026", "/huyen Mê Linh t7/2024"],
  },
  tonghop: {
    purpose: "The whole period on one screen",
    usage: "[period] [area]",
    examples: ["/tonghop", "/tonghop tháng 8/2024 Tiên Lữ"],
  },
  nguon: {
    purpose: "Documents and versions of the figures",
    usage: "[period] [area]",
    examples: ["/nguon", "/nguon 2026 cả nước"],
  },
  kiemtra: {
    purpose: "Check the code under a picture",
    usage: "<code> [indicator / unit]",
    examples: ["/kiemtra 7KQ2", "/kiemtra 7KQ2 đúng hạn"],
  },
  dangky: {
    purpose: "Subscribe to alerts, results, reminders",
    usage: "<unit / area> [kinds]",
    examples: [
      "/dangky Cương Chính",
      "/dangky dưới chỉ tiêu, quá hạn, tụt hạng Tiên Lữ",
      "/dangky nhắc việc Cương Chính",
      "/dangky kết quả tháng",
    ],
  },
  huydangky: {
    purpose: "End a subscription",
    usage: "[unit / tất cả] [kinds]",
    examples: ["/huydangky", "/huydangky tụt hạng Cương Chính", "/huydangky tất cả"],
  },
  dangkycuatoi: {
    purpose: "What this chat is subscribed to",
    usage: "",
    examples: ["/dangkycuatoi"],
  },
  canhbao: {
    purpose: "Open alerts; seen, pause, who has seen them, a file of them",
    usage:
      "[unit / area] · nhận <unit> · dừng nhắc [days / đến date] <unit> · nhắn lại <unit> · ai đã xem · xuất [month]",
    examples: ["/canhbao", "/canhbao Cương Chính", "/canhbao ai đã xem"],
  },
  giaitrinh: {
    purpose: "Explain alerts; accept, return",
    usage: "[unit / number] · <number> xem, chấp nhận, trả lại <reason>",
    examples: ["/giaitrinh", "/giaitrinh Cương Chính"],
  },
  nguong: {
    purpose: "Rules of alerts; tried first on past figures",
    usage: "[area] · [thử] <indicator> <number> · tắt, bật, mặc định <rule>",
    examples: ["/nguong", "/nguong tụt hạng", "/nguong thử đúng hạn 97"],
  },
  nhiemvu: {
    purpose: "Tasks with a deadline",
    usage: "[unit] · <number> · xong <number> · mở lại <number>",
    examples: ["/nhiemvu", "/nhiemvu huyện Mê Linh"],
  },
  nhap: {
    purpose: "Take in a document: paste, preview, confirm",
    usage: "[its text]",
    examples: ["/nhap"],
  },
  phatsong: {
    purpose: "Send results to subscribed chats",
    usage: "[period] [area] / xem, thử, duyệt, huỷ <code>",
    examples: ["/phatsong", "/phatsong tháng 8 Tiên Lữ"],
  },
  lich: {
    purpose: "Schedules that send by themselves",
    usage: "[thêm <when> [area] / tạm dừng, tiếp, xoá, duyệt <number>]",
    examples: ["/lich"],
  },
  giaonhan: {
    purpose: "Which chats received what",
    usage: "[period]",
    examples: ["/giaonhan", "/giaonhan tháng 8/2024"],
  },
  diaban: {
    purpose: "See or set this chat's area",
    usage: "[unit]",
    examples: ["/diaban", "/diaban tỉnh Gia Lai"],
  },
  caidat: {
    purpose: "Area, language, how answers look",
    usage: "[area / tiếng Anh / indicator / short captions]",
    examples: ["/caidat", "/caidat chú thích ngắn", "/caidat chỉ số tiến độ", "/caidat mặc định"],
  },
  quyen: { purpose: "Your rights; enter a code", usage: "[code]", examples: ["/quyen"] },
  bangiao: {
    purpose: "Hand your rights and subscriptions over",
    usage: "[huỷ]",
    examples: ["/bangiao", "/bangiao huỷ"],
  },
  trangthai: { purpose: "How the bot is doing", usage: "", examples: ["/trangthai"] },
  trogiup: {
    purpose: "Help, and how to type a command",
    usage: "[command]",
    examples: ["/trogiup", "/trogiup xephang"],
  },
  batdau: { purpose: "Introduction", usage: "", examples: ["/batdau"] },
};

export const help: HelpWords = {
  title: bold("Commands of Bot 766"),
  command: (name, usage) => `/${name}${usage ? ` ${usage}` : ""} – ${commands[name].purpose.toLowerCase()}`,
  commands,
  more: "Periods: 8, t8/2024, tháng trước, quý 3, 6 tháng đầu năm, năm 2024. More about a command: /trogiup xephang",
  sisters: (names) => `Also called: ${names}`,
  examples: "Examples:",
  table: { command: "Command", purpose: "Answers", examples: "Examples" },
};
