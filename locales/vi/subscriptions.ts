import { isAlert, KIND_NAMES, kindList } from "#locales/vi/phrases.ts";
import type { SubscriptionWords } from "#locales/words/subscriptions.ts";
import { bold, text } from "#services/reply/text.ts";
import type { SubscriptionKind } from "#services/subscriptions/subscription.ts";
import { capital } from "#services/text/capital.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

/** Whose subscriptions they are. */
const WHO = { group: "Nhóm này", private: "Anh/chị" } as const;

/** Units named before the rest is only counted. */
const NAMED = 5;

export const subscriptions: SubscriptionWords = {
  commands: {
    dangky: {
      purpose: "Đăng ký nhận cảnh báo, kết quả, nhắc việc",
      usage: "<đơn vị / địa bàn> [loại tin]",
      examples: [
        "/dangky Cương Chính",
        "/dangky dưới chỉ tiêu, quá hạn, tụt hạng Tiên Lữ",
        "/dangky nhắc việc Cương Chính",
        "/dangky kết quả tháng",
      ],
    },
    huydangky: {
      purpose: "Thôi nhận tin",
      usage: "[đơn vị / tất cả] [loại tin]",
      examples: ["/huydangky", "/huydangky tụt hạng Cương Chính", "/huydangky tất cả"],
    },
    dangkycuatoi: {
      purpose: "Ở đây đang đăng ký nhận gì",
      usage: "",
      examples: ["/dangkycuatoi"],
    },
  },
  kinds: kindList,
  ask: "Anh/chị muốn nhận tin của đơn vị nào? Gõ /dangky <đơn vị hoặc địa bàn>, ví dụ /dangky Cương Chính. Chỉ cần một vài loại thì gõ thêm: kết quả tháng, dưới chỉ tiêu, quá hạn, tụt hạng, nhắc việc. Hoặc chọn:",
  added: ({ unit, kinds }) =>
    text`Đã đăng ký nhận ${kindList(kinds)} của ${bold(fullName(unit))}${below(unit, kinds)}.`,
  again: ({ unit, kinds, chatKind }) =>
    text`${WHO[chatKind]} đã đăng ký nhận ${kindList(kinds)} của ${bold(fullName(unit))}${below(unit, kinds)} từ trước.`,
  open: (count) => `Hiện đang có ${count} cảnh báo mở.`,
  next(kinds) {
    const end = "Thôi nhận: /huydangky.";
    if (kinds.every((kind) => kind === "results"))
      return `Khi kết quả tháng mới được duyệt, bot gửi biểu đồ và tóm tắt vào đây. ${end}`;
    const parts = [
      kinds.includes("results") && "kết quả tháng khi được duyệt",
      kinds.some(isAlert) && "cảnh báo khi có số liệu mới, khi xấu thêm và khi đã khắc phục",
      kinds.includes("tasks") && "nhắc việc trước khi đến hạn",
    ];
    return `Bot gửi vào đây: ${parts.filter(Boolean).join("; ")}. ${end}`;
  },
  succession({ unit, kinds, successors, since }) {
    const name = capital(fullName(unit));
    if (successors.length > 0) {
      const heirs = names(successors, unit);
      const became = successors.length > 1 ? `đã chia về ${heirs}` : `đã sáp nhập thành ${heirs}`;
      return `${name} ${became} từ ${since}: với các kỳ sau đó, bot theo dõi ${heirs}.`;
    }
    if (unit.kind !== "district")
      return `${name} không còn hoạt động; bot chưa có thông tin đơn vị tiếp nhận, anh/chị đăng ký thêm đơn vị mới.`;
    return kinds.some((kind) => kind !== "results")
      ? `${name} thôi hoạt động từ ${since}: với các kỳ sau đó, bot theo dõi các xã, phường tiếp nhận địa bàn này.`
      : `${name} thôi hoạt động từ ${since}: với các kỳ sau đó không có kết quả của ${unit.title} này nữa.`;
  },
  title: (units) =>
    units > 1 ? text`${bold("Đang đăng ký nhận")} (${units} đơn vị)` : bold("Đang đăng ký nhận"),
  item: ({ unit, kinds, since, successors }) => {
    const now = successors.length > 0 ? `, nay là ${names(successors, unit)}` : "";
    return `– ${capital(fullName(unit))}${now}: ${kindList(kinds)} (từ ${since})`;
  },
  none: (chatKind) =>
    `${WHO[chatKind]} chưa đăng ký nhận tin nào. Gõ /dangky <đơn vị> để được báo khi đơn vị có việc cần chú ý, /dangky kết quả tháng để nhận kết quả hằng tháng.`,
  notThis: ({ unit, kinds, chatKind }) =>
    `${WHO[chatKind]} chưa đăng ký nhận ${kinds.length > 0 ? kindList(kinds) : "tin nào"}${unit ? ` của ${fullName(unit)}` : ""}.`,
  which: "Anh/chị thôi nhận tin nào?",
  ended: ({ units, kinds }) => text`Đã thôi nhận ${kindList(kinds)} của ${bold(names(units))}.`,
  actions: {
    everything: (unit) => `Nhận tin ${fullName(unit)}`,
    monthly: (scope) => `Kết quả tháng ${fullName(scope)}`,
    drop: (kind) => `Bỏ ${KIND_NAMES[kind]}`,
    end: (unit) => `Thôi nhận: ${fullName(unit)}`,
    endAll: "Thôi nhận tất cả",
    back: "Đăng ký lại",
    mine: "Đang đăng ký",
  },
};

/** Of a scope everything below is heard of too, but for the results, which are its own. */
function below(unit: Unit, kinds: readonly SubscriptionKind[]): string {
  const isScope = unit.kind !== "commune" && unit.kind !== "department";
  return isScope && kinds.some((kind) => kind !== "results") ? " và các đơn vị trực thuộc" : "";
}

/** An heir that bears the same name as before is called the new one. */
function names(units: readonly Unit[], before?: Unit): string {
  const old = before && fullName(before);
  const named = units.slice(0, NAMED).map((unit) => fullName(unit) + (fullName(unit) === old ? " mới" : ""));
  const list = named.join(", ");
  return units.length > NAMED ? `${list} và ${units.length - NAMED} đơn vị khác` : list;
}
