import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { PortalWords } from "#locales/words/portal.ts";
import type { Period } from "#services/periods/period.ts";
import type { PortalWhy } from "#services/portal/whys.ts";
import { bold, text } from "#services/reply/text.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

const WHY: Readonly<Record<PortalWhy, string>> = {
  unauthorized: "Cổng đòi đăng nhập (mã 401)",
  forbidden: "Cổng không cho phép (mã 403)",
  "too-many": "Cổng báo gọi quá nhiều (mã 429)",
  firewall: "tường lửa của Cổng chặn",
  closed: "Cổng ngắt kết nối",
  server: "máy chủ của Cổng báo lỗi",
  timeout: "Cổng không trả lời kịp",
  unreachable: "không kết nối được tới Cổng",
  unexpected: "Cổng trả lời khác thường",
  notJson: "câu trả lời bị cắt cụt hoặc không đúng dạng",
  changedSchema: "Cổng đã đổi cấu trúc câu trả lời",
  wrongRoot: "Cổng trả số liệu của nơi khác",
  unitsMissing: "câu trả lời thiếu đơn vị",
  listedTwice: "một đơn vị được liệt kê hai lần",
  outOfRange: "có điểm ngoài thang điểm",
  emptyGroup: "một nhóm chỉ số không có số liệu",
  sumsDiffer: "tổng sáu nhóm không khớp tổng điểm",
  otherUnits: "các nhóm liệt kê những đơn vị khác nhau",
  smallerThanHeld: "ít đơn vị hoặc hồ sơ hơn số đã lấy trước đó",
  repeatsPeriod: "trùng nguyên văn số liệu của kỳ khác",
  stale: "Cổng chưa cập nhật số liệu mới",
  person: "người vận hành đã dừng",
};

const placed = (period: Period, place: Unit): string => `${periods.name(period)} · ${fullName(place)}`;

export const portal: PortalWords = {
  commands: {
    dongbo: {
      purpose: "Lấy số liệu từ Cổng Dịch vụ công quốc gia",
      usage: "[chạy ngay / dừng / mở lại / công bố, bỏ qua, xem <mã>]",
      examples: ["/dongbo", "/dongbo chạy ngay", "/dongbo dừng"],
    },
  },
  title: bold("Lấy số liệu từ Cổng Dịch vụ công quốc gia"),
  state({ isOn, breaker, why }) {
    const because = why === null ? "" : ` (${WHY[why]})`;
    if (!isOn) return text`Trạng thái: ${bold("đang tắt")} (PORTAL_SYNC=off)`;
    if (breaker === "open") return text`Trạng thái: ${bold("đã dừng")}${because}, chờ người vận hành mở lại`;
    if (breaker === "stopped") return text`Trạng thái: ${bold("tạm dừng đến hết hôm nay")}${because}`;
    return text`Trạng thái: ${bold("đang bật")}`;
  },
  asked: ({ asked, budget, lastAt }) =>
    `Hôm nay đã gọi ${figures.number(asked)}/${figures.number(budget)} lần · lần gọi gần nhất: ${lastAt === null ? "chưa có" : figures.moment(lastAt)}`,
  next: (at) => `Lần gọi tới: ${at === null ? "ngay bây giờ" : figures.moment(at)}`,
  lacking: (requests) => bold(`Còn phải lấy (${figures.number(requests)} lần gọi):`),
  lacksNothing: "Hôm nay không còn gì phải lấy.",
  planned: ({ period, label, isClosed, place, requests }) =>
    `- ${placed(period, place)}${isClosed ? "" : `, đến ngày ${figures.date(label)} (tạm tính)`}: ${figures.number(requests)} lần gọi`,
  givenUpHead: bold("Hôm nay chưa lấy được:"),
  givenUp: ({ period, place, why }) => `- ${placed(period, place)}: ${WHY[why]}`,
  newest: (places) =>
    `Số liệu ngày mới nhất: ${places.map(({ place, label }) => `${fullName(place)} ${label === null ? "chưa có" : figures.date(label)}`).join(" · ")}`,
  brief: bold("Cổng Dịch vụ công quốc gia"),
  wholeness: ({ place, units, expected, groups }) =>
    `- ${fullName(place)}: ${figures.number(units)}/${figures.number(expected)} ${place.kind === "country" ? "tỉnh, thành phố" : "xã, phường, đặc khu"}, ${groups}/6 nhóm chỉ số`,
  trouble({ kind, day, why, facts, place, period }) {
    const date = figures.date(day);
    if (kind === "notBelieved") {
      const what = place && period ? placed(period, place) : "Một phần số liệu";
      const detail = facts.length > 0 ? ` (${facts.join(", ")})` : "";
      return text`${bold(`Chưa dùng được số liệu Cổng lấy ngày ${date}`)}: ${what}. Lý do: ${WHY[why]}${detail}. Câu trả lời gốc được giữ lại, không số nào được công bố; ngày mai bot lấy lại.`;
    }
    if (kind === "refused")
      return text`${bold(`Ngừng gọi Cổng Dịch vụ công quốc gia đến hết ngày ${date}`)}. Lý do: ${WHY[why]}. Ngày mai bot thử lại.`;
    return text`${bold("Đã dừng hẳn việc gọi Cổng Dịch vụ công quốc gia")}: nhiều ngày liền không được trả lời, lần cuối ngày ${date}. Lý do: ${WHY[why]}. Anh/chị trao đổi với đơn vị quản lý Cổng trước khi mở lại.`;
  },
  closedTitle: (period) => bold(`Số liệu ${periods.name(period)} lấy từ Cổng, chờ công bố`),
  closedSheet: ({ scope, units, fresh, changed, same, gone }) =>
    `${fullName(scope)}: ${figures.number(units)} đơn vị · ${[
      `${figures.number(fresh)} số mới`,
      ...(changed > 0 ? [`${figures.number(changed)} số thay đổi`] : []),
      ...(same > 0 ? [`${figures.number(same)} số như cũ`] : []),
      ...(gone > 0 ? [`${figures.number(gone)} số không còn`] : []),
    ].join(", ")}`,
  differencesHead: bold("Cổng ghi khác công văn đã nhập (giữ theo công văn):"),
  difference: ({ unit, indicator, paper, portal: other }) =>
    `- ${unit} · ${indicator}: công văn ${paper}, Cổng ${other}`,
  moreOf: (count) => `- … và ${figures.number(count)} chỗ khác`,
  newUnits: (names, more) =>
    `Đơn vị sẽ thêm: ${names.join(", ")}${more > 0 ? ` và ${figures.number(more)} đơn vị khác` : ""}`,
  warningsHead: bold("Cần xem lại:"),
  decide: (code) => `Chưa công bố gì. Gõ “/dongbo công bố ${code}” để công bố.`,
  oneMore: bold("Đã ghi nhận, cần thêm một người vận hành nữa xác nhận."),
  blocked: bold("Chưa công bố được: có số vượt thang điểm."),
  changed: "Mã này không còn đúng: số liệu đã khác hoặc đã có người xử lý. Chưa có gì thay đổi.",
  nothingWaits: "Không có số liệu nào của Cổng đang chờ công bố.",
  leftOut: "Đã bỏ qua, số liệu này của Cổng không được công bố.",
  waiting: (all) => text`${bold("Chờ công bố")}: ${all.map(periods.name).join(", ")}`,
  published: ({ period, versions }) =>
    bold(
      `Đã công bố ${periods.name(period)}: ${versions.map(({ scope, version }) => `${fullName(scope)} (bản ${version})`).join(", ")}.`,
    ),
  isOff:
    "Việc lấy số liệu từ Cổng đang tắt. Muốn bật, ghi PORTAL_SYNC=daily và PORTAL_CONTACT vào tệp .env rồi chạy lại bot.",
  startsNow:
    "Trong một phút nữa bot lấy những phần còn thiếu, mỗi lần một câu hỏi. Anh/chị gõ /dongbo để xem tiến độ.",
  stopped: "Đã dừng. Bot không gọi Cổng nữa cho đến khi người vận hành mở lại.",
  reopened: "Đã mở lại.",
  cliUsage:
    "Cách dùng: npm run -s portal -- plan: liệt kê những gì hôm nay sẽ hỏi Cổng, không hỏi và không đổi gì.",
  actions: {
    publish: "Công bố",
    leaveOut: "Bỏ qua",
    rows: "Xem từng đơn vị",
    decide: (period) => `Xem ${periods.name(period)}`,
    runNow: "Chạy ngay",
    stop: "Dừng",
    reopen: "Mở lại",
    state: "Trạng thái đồng bộ",
  },
};
