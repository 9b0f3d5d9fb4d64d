import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import { recipients } from "#locales/vi/phrases.ts";
import type { DeliveryWords, MessageWords } from "#locales/words/deliveries.ts";
import { bold, code, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const REASONS: DeliveryWords["reason"] = {
  blocked: "nhóm hoặc người nhận chặn bot",
  "chat-not-found": "không còn nhóm này",
  "no-rights": "bot không có quyền nhắn trong nhóm",
  "bad-request": "nền tảng từ chối nội dung tin",
  unauthorized: "mã token của bot không còn hiệu lực",
  "too-large": "tin hoặc hình quá lớn",
  "too-many-requests": "nền tảng yêu cầu gửi chậm lại",
  unreachable: "không kết nối được nền tảng",
  timeout: "không rõ đã đến chưa: quá thời gian chờ",
  "server-error": "không rõ đã đến chưa: lỗi máy chủ nền tảng",
  "process-died": "không rõ đã đến chưa: bot bị tắt khi đang gửi",
  withdrawn: "đợt gửi đã dừng",
  "left-chat": "bot đã ra khỏi nhóm",
  quota: "hết hạn mức tin của nền tảng",
  muted: "nơi nhận đang tắt tin",
};

export const deliveries: DeliveryWords = {
  commands: {
    giaonhan: {
      purpose: "Nơi nào đã nhận, nơi nào chưa",
      usage: "[kỳ / lỗi / gửi lại <mã>]",
      examples: ["/giaonhan", "/giaonhan tháng 8/2024", "/giaonhan lỗi"],
    },
  },
  title: bold("Giao nhận các đợt gửi gần đây"),
  titleOf: (period) => bold(`Giao nhận ${periods.name(period)}`),
  none: "Chưa có đợt gửi nào đi.",
  tally: ({ name, state, tally }) => {
    const { sent, total, waiting, refused, unknown, cancelled } = tally;
    const parts = [
      `đã nhận ${sent}/${total}`,
      ...(waiting > 0 ? [`còn chờ ${waiting}`] : []),
      ...(refused > 0 ? [`bị từ chối ${refused}`] : []),
      ...(unknown > 0 ? [`không rõ ${unknown}`] : []),
      ...(cancelled > 0 ? [`đã huỷ ${cancelled}`] : []),
    ];
    return text`${bold(name)} · ${state}: ${parts.join(" · ")}`;
  },
  state: {
    due: "chờ gửi",
    sending: "đang gửi",
    sent: "đã gửi",
    refused: "bị từ chối",
    unknown: "không rõ",
    cancelled: "đã huỷ",
  },
  reason: REASONS,
  reasonCount: (reason, count) => `${REASONS[reason]}: ${count}`,
  failed: ({ chat, state, reason }) => `– ${chat}: ${state}${reason ? `, ${reason}` : ""}`,
  more: (count) => `… và ${figures.number(count)} nơi khác, xem tệp kèm theo`,
  resending: (count) => `Đang gửi lại cho ${recipients(count)} chưa nhận được.`,
  nothingFailed: "Đợt gửi này không có tin lỗi nào cần gửi lại.",
  mayRepeat: "Nơi nào “không rõ” có thể nhận tin hai lần; tin gửi lại được ghi rõ là gửi lại.",
  kinds: {
    results: "Kết quả",
    correction: "Đính chính",
    alerts: "Cảnh báo",
    digest: "Tin gộp buổi sáng",
    "alerts-reminder": "Nhắc cảnh báo chưa xem",
    explanation: "Tin về giải trình",
    notice: "Thông báo cho người vận hành",
    "task-reminder": "Nhắc nhiệm vụ",
  },
  trialOf: (name) => `Gửi thử: ${name}`,
  noFailures: "Không có tin nào chưa gửi được.",
  failures: (count) => bold(`${figures.number(count)} tin có nơi chưa nhận được`),
  failure: ({ name, code: named, at, count, reasons }) =>
    `– ${name} · ${at} · ${recipients(count)} (${reasons}) · mã ${named}`,
  otherFailures: (count) => `${figures.number(count)} tin khác có nơi chưa nhận được: gõ /giaonhan lỗi.`,
  actions: { resend: "Gửi lại phần lỗi", ledger: "Giao nhận", failures: "Tin chưa gửi được" },
  file: {
    name: (day) => `giao-nhan-${day}.xlsx`,
    sheet: "Giao nhận",
    columns: {
      broadcast: "Đợt gửi",
      chat: "Mã nơi nhận",
      name: "Tên nơi nhận",
      state: "Tình trạng",
      reason: "Lý do",
      attempts: "Số lần gửi",
      resent: "Gửi lại",
      at: "Thời điểm",
      messages: "Mã tin",
    },
    yes: "có",
  },
};

export const messages: MessageWords = {
  resent: "(gửi lại)",
  trial: "THỬ – chỉ gửi vào đây, các nhóm chưa nhận",
  correctionTitle: ({ scope, period }) =>
    bold(`Đính chính kết quả ${periods.name(period)} · ${fullName(scope)}`),
  replaces: ({ from, version, restores }) =>
    `Bản ${version}${restores === null ? "" : ` (lấy lại số liệu bản ${restores})`} thay bản ${from} đã gửi. Các số thay đổi:`,
  withdrew: (from) => `Số liệu đã gửi (bản ${from}) được rút, chưa có số liệu thay. Các số đã rút:`,
  changed: ({ what, indicator, period, earlier }) => {
    const name = figures.indicator(indicator);
    if (what === "values") return name;
    if (what === "added") return `${name} (mới bổ sung)`;
    if (what === "publishedRanks") return `Thứ hạng công bố (${name.toLocaleLowerCase("vi")})`;
    if (what === "ranks") return `Thứ hạng ${periods.name(period)} đổi (${name.toLocaleLowerCase("vi")})`;
    const against = earlier ? periods.name(earlier) : "kỳ trước";
    return `Mức tăng giảm công bố so với ${against} (${name.toLocaleLowerCase("vi")})`;
  },
  turned: (before, after) => `${before} → ${after}`,
  place: (rank, of) => (of === null ? `${rank}` : `${rank}/${of}`),
  changes: (head, names, more) =>
    text`${bold(head)}: ${names.join("; ")}${more > 0 ? `; và ${figures.number(more)} đơn vị khác` : ""}`,
  moreChanges: (count) => `và ${figures.number(count)} thay đổi khác`,
  wholeList: (command) => text`Xem đủ: ${code(command)}`,
  allChanges: "Toàn bộ thay đổi",
  absent: "không có số liệu",
  notices: {
    draft: ({ name, reach, schedule }) =>
      text`${bold(name)}: đã có số liệu, chờ duyệt để gửi tới ${recipients(reach)}.${
        schedule ? ` ${capital(schedule)} sẽ tự gửi nếu anh/chị không huỷ.` : ""
      }`,
    oneMore: ({ name }) => text`${bold(name)}: một người đã duyệt, cần anh/chị duyệt lần thứ hai.`,
    noData: ({ schedule, scope, period, deadline: until }) =>
      text`${bold(`Chưa có kết quả ${periods.name(period)} của ${fullName(scope)}`)}, đến hạn chờ ${until}. ${capital(schedule)} chưa gửi gì cho các nhóm. Khi có số liệu, bot sẽ báo để anh/chị duyệt.`,
    missed: ({ schedule, scope, period, occurrence }) =>
      text`${bold(`Kết quả ${periods.name(period)} của ${fullName(scope)} chưa được gửi`)}. ${capital(schedule)} đến giờ chạy lúc ${occurrence}, khi đó bot không hoạt động hoặc chưa có số liệu, và nay đã quá hạn chờ. Nếu vẫn cần gửi, chọn mục bên dưới.`,
    gone: "Việc được báo trong tin này không còn nữa.",
  },
};
