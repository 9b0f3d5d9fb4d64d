import { periods } from "#locales/vi/period.ts";
import { recipients, WEEKDAYS } from "#locales/vi/phrases.ts";
import type { BroadcastWords, ScheduleWords } from "#locales/words/broadcasts.ts";
import { bold, text } from "#services/reply/text.ts";
import type { Deadline, ScheduleRule } from "#services/schedules/schedule.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

export const broadcasts: BroadcastWords = {
  commands: {
    phatsong: {
      purpose: "Gửi kết quả tới các nhóm đăng ký",
      usage: "[kỳ] [địa bàn] / xem, thử, duyệt, huỷ <mã>",
      examples: ["/phatsong", "/phatsong tháng 8 Tiên Lữ"],
    },
  },
  name: ({ recipe, scope }) =>
    recipe.kind === "results"
      ? `Kết quả ${periods.name(recipe.period)} · ${fullName(scope)} · bản ${recipe.version}`
      : `Đính chính ${periods.name(recipe.period)} · ${fullName(scope)} · bản ${recipe.from} → bản ${recipe.version}`,
  state: {
    draft: "chờ duyệt",
    approved: "đã duyệt",
    sending: "đang gửi",
    done: "đã gửi xong",
    cancelled: "đã huỷ",
  },
  newerVersion: "thôi gửi vì số liệu có bản mới hơn",
  title: bold("Các đợt gửi gần đây"),
  item: ({ name, state, code }) => `– ${name}: ${state} (mã ${code})`,
  none: "Chưa có đợt gửi nào.",
  how: "Chuẩn bị một đợt gửi: /phatsong <kỳ> <địa bàn>, ví dụ /phatsong tháng 8 Tiên Lữ.",
  preview: ({ state, reach, code }) =>
    text`${bold("XEM TRƯỚC")} · ${state} · gửi tới ${recipients(reach)} · mã ${code}`,
  nothing: "Bản số liệu hiện hành không khác bản đã gửi nên không có gì để gửi thêm.",
  approved: ({ name, reach }) => text`Đã duyệt: ${bold(name)}. Bắt đầu gửi tới ${recipients(reach)}.`,
  oneMore: "Đã ghi nhận ý kiến duyệt thứ nhất. Cần thêm một người vận hành khác duyệt thì mới gửi.",
  samePerson: "Anh/chị đã duyệt đợt gửi này rồi. Ý kiến duyệt thứ hai phải của một người vận hành khác.",
  outdated: "Số liệu đã có bản mới hơn nên không gửi bản này. Gõ /phatsong để xem đợt gửi của bản mới.",
  settled: (state) => `Đợt gửi này ${state}, không cần duyệt nữa.`,
  cancelled: (before) => {
    if (before === "done") return "Đợt gửi này đã gửi xong, không huỷ được nữa.";
    if (before === "cancelled") return "Đợt gửi này đã huỷ từ trước.";
    return before === "draft"
      ? "Đã huỷ đợt gửi. Chưa có tin nào được gửi đi."
      : "Đã dừng gửi. Tin đã gửi đi không thu hồi được; tin chưa gửi sẽ không gửi nữa.";
  },
  tested: "Đã gửi thử vào đây. Tin thử đến sau ít giây, đúng như các nhóm sẽ nhận.",
  progress: ({ name, state, tally, reasons }) => {
    const { sent, total, waiting, refused, unknown } = tally;
    const failed = refused + unknown;
    const head = {
      draft: "Chờ duyệt",
      approved: "Đã duyệt",
      sending: "Đang gửi",
      done: "Đã gửi xong",
      cancelled: "Đã dừng gửi",
    };
    return text`${bold(`${head[state]}: ${name}`)}\nĐã gửi ${sent}/${total}${waiting > 0 ? ` · còn ${waiting}` : ""}${
      failed > 0 ? ` · chưa gửi được ${failed} (${reasons})` : ""
    }`;
  },
  actions: {
    preview: "Xem trước",
    test: "Gửi thử vào đây",
    approve: "Duyệt gửi",
    cancel: "Huỷ",
    stop: "Dừng gửi",
    deliveries: "Ai đã nhận",
    prepare: "Chuẩn bị gửi",
    all: "Các đợt gửi",
  },
};

/** "8:00": as people write it. */
const clock = (time: string): string => time.replace(/^0/u, "");

export const schedules: ScheduleWords = {
  commands: {
    lich: {
      purpose: "Lịch tự gửi kết quả",
      usage: "[thêm <khi nào> [địa bàn] / tạm dừng, tiếp, xoá, duyệt <số>]",
      examples: ["/lich"],
    },
  },
  called: ({ id, rule }) => `lịch ${id} (${rule})`,
  rule(rule) {
    const wait = rule.deadline ? deadline(rule.deadline, rule.on) : "";
    if (rule.on === "published") return `ngay khi có số liệu${wait && `, chậm nhất ${wait}`}`;
    const day =
      rule.on === "weekly" ? `hằng tuần ${WEEKDAYS[rule.day - 1]}` : `hằng tháng ${dayOfMonth(rule.day)}`;
    return `${day} lúc ${clock(rule.time)}${wait && `, chờ số liệu đến ${wait}`}`;
  },
  title: bold("Lịch tự gửi kết quả"),
  item: ({ id, rule, scope, state, next }) =>
    `${id}. ${capital(rule)} · ${fullName(scope)} · ${state}${next ? ` · lần tới ${next}` : ""}`,
  state: { active: "đang chạy", paused: "tạm dừng", waiting: "chờ người thứ hai duyệt" },
  none: "Chưa có lịch nào.",
  how: "Thêm lịch: /lich thêm hằng tháng ngày 5 lúc 8:00, chờ số liệu đến ngày 8, huyện Tiên Lữ. Hoặc: khi có số liệu; hằng tuần thứ Hai 7:30; hằng tháng ngày cuối tháng lúc 5 giờ chiều.",
  added: ({ id, rule, scope }) =>
    text`Đã thêm ${bold(`lịch ${id}`)}: ${rule}, gửi kết quả của ${fullName(scope)}.`,
  already: ({ id, rule, scope }) =>
    text`Đã có ${bold(`lịch ${id}`)} như vậy: ${rule}, gửi kết quả của ${fullName(scope)}. Không thêm lần nữa.`,
  next: (moment) => `Lần tới: ${moment}.`,
  standing: "Đến lịch, bot tự gửi mà không hỏi lại. Quá hạn chờ mà chưa có số liệu, bot báo người vận hành.",
  oneMore: "Lịch chỉ chạy khi một người vận hành khác cùng duyệt.",
  samePerson: "Anh/chị đã duyệt lịch này rồi. Ý kiến duyệt thứ hai phải của một người vận hành khác.",
  approved: (id) => `Đã duyệt lịch ${id}. Lịch bắt đầu chạy.`,
  paused: (id) => `Đã tạm dừng lịch ${id}.`,
  resumed: (id) => `Lịch ${id} chạy tiếp. Những lần đã qua trong lúc tạm dừng không gửi bù.`,
  removed: (id) => `Đã xoá lịch ${id}.`,
  actions: { pause: "Tạm dừng", resume: "Chạy tiếp", remove: "Xoá", approve: "Duyệt lịch", all: "Các lịch" },
};

/** The 31st is the last day of every month. */
const dayOfMonth = (day: number): string => (day === 31 ? "ngày cuối tháng" : `ngày ${day}`);

function deadline({ day, time }: Deadline, on: ScheduleRule["on"]): string {
  const named = on === "weekly" ? (WEEKDAYS[day - 1] ?? "") : dayOfMonth(day);
  return time === null ? `hết ${named}` : `${clock(time)} ${named}`;
}
