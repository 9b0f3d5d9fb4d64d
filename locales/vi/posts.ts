import { kindList } from "#locales/vi/phrases.ts";
import type { PostWords } from "#locales/words/posts.ts";
import { bold, code, lines, text } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

export const posts: PostWords = {
  commands: {
    bangiao: {
      purpose: "Bàn giao quyền và đăng ký cho người khác",
      usage: "[huỷ]",
      examples: ["/bangiao", "/bangiao huỷ"],
    },
  },
  held: (whose) =>
    whose === null
      ? bold("Anh/chị đang phụ trách:")
      : text`${bold("Đang phụ trách")}: ${code(whose.person)}${whose.name ? ` (${whose.name})` : ""}`,
  hears: ({ unit, kinds }) => `– nhận ${kindList(kinds)} của ${fullName(unit)}`,
  more: (count) => `… và ${count} mục khác`,
  code: ({ code: digits, until, own }) =>
    lines(
      text`Mã bàn giao: ${code(digits)}`,
      text`Người nhận nhắn riêng cho bot: ${code(`/quyen ${digits}`)}, trước ${until}.`,
      own
        ? "Khi mã được nhập, các quyền và đăng ký trên chuyển hết sang người nhận; anh/chị thôi giữ và được báo lại."
        : "Khi mã được nhập, các quyền và đăng ký trên chuyển hết sang người nhận; người cũ thôi giữ và được báo lại.",
    ),
  withdrawn: (wasThere) =>
    wasThere
      ? "Đã thu lại mã bàn giao. Mã đó không dùng được nữa."
      : "Không có mã bàn giao nào đang chờ nhập.",
  received: (from) => text`Anh/chị đã nhận bàn giao từ ${bold(from)}:`,
  comesHere: "Từ nay tin của các đơn vị này được gửi vào đây.",
  gone: ({ to, at }) => text`${bold(to)} đã nhận bàn giao lúc ${at}. Anh/chị không còn giữ:`,
  latest: bold("Bàn giao gần đây"),
  handover: ({ from, to, at, roles, followed }) =>
    text`– ${at}: ${from} → ${to}: ${[roles, ...(followed > 0 ? [`${followed} đăng ký`] : [])].filter(Boolean).join("; ")}`,
  actions: {
    start: "Bàn giao",
    withdraw: "Thu lại mã",
    rights: "Quyền của tôi",
    alerts: (unit) => `Cảnh báo ${fullName(unit)}`,
  },
};
