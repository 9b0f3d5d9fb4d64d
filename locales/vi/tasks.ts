import { figures } from "#locales/vi/common.ts";
import { WEEKDAYS } from "#locales/vi/phrases.ts";
import type { TaskFacts, TaskWords } from "#locales/words/tasks.ts";
import type { DateRange } from "#services/periods/period.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { shorten } from "#services/text/shorten.ts";
import { fullName } from "#services/units/unit.ts";

/** So much of a task tells it from the others. */
const SHOWN_OF_TEXT = 150;
const SHOWN_OF_OWNERS = 90;

const within = ({ start, end }: DateRange): string =>
  `hạn từ ${figures.date(start)} đến ${figures.date(end)}`;

export const tasks: TaskWords = {
  commands: {
    nhiemvu: {
      purpose: "Nhiệm vụ có thời hạn",
      usage: "[đơn vị] · <số> · xong <số> · mở lại <số>",
      examples: ["/nhiemvu", "/nhiemvu huyện Mê Linh"],
    },
  },
  title: ({ unit, due, open, overdue }) =>
    text`${bold(`Nhiệm vụ có thời hạn · ${fullName(unit)}${due ? ` · ${within(due)}` : ""}`)}\n${open} việc đang mở${
      overdue > 0 ? `, ${overdue} việc quá hạn` : ""
    }.`,
  none: ({ unit, due }) =>
    `Không có nhiệm vụ nào đang mở của ${fullName(unit)}${due ? ` có ${within(due)}` : ""}.`,
  elsewhere: "Đang có nhiệm vụ ở:",
  head: (facts) => text`${bold(`Số ${facts.id} · ${standing(facts)}`)} (${deadline(facts)})`,
  body: ({ text: what, owners, scope }) =>
    `${shorten(what, SHOWN_OF_TEXT)} — ${shorten(owners.join("; ") || "không nêu đơn vị", SHOWN_OF_OWNERS)}${
      scope ? ` (${fullName(scope)} giao)` : ""
    }`,
  more: ({ page, pages }) => `Trang ${page}/${pages}.`,
  how: "Xem đầy đủ một việc: /nhiemvu <số>. Báo xong: /nhiemvu xong <số>.",
  one: ({ id, scope }) => bold(`Nhiệm vụ số ${id} · ${fullName(scope)} giao`),
  owners: (owners) => `Đơn vị thực hiện: ${owners.join("; ") || "văn bản không nêu"}`,
  units: (units, more) =>
    `Gồm: ${units.map(fullName).join(", ")}${more > 0 ? ` và ${more} đơn vị khác` : ""}`,
  due: (facts) => `Hạn: ${deadline(facts)} · ${standing(facts)}`,
  unknownYear: (year) =>
    `Chưa có lịch nghỉ lễ năm ${year}: số ngày làm việc mới trừ thứ Bảy, Chủ nhật và các ngày lễ cố định.`,
  source: ({ issuer, number, date, title }) => {
    const named = [number, date && `ngày ${figures.date(date)}`].filter(Boolean).join(" ");
    return `Theo văn bản ${[named, issuer && `của ${issuer}`].filter(Boolean).join(" ") || (title ?? "không số")}`;
  },
  ended: (scope, lastDay) =>
    `${capital(fullName(scope))} đã kết thúc hoạt động ngày ${figures.date(lastDay)} nên bot không nhắc việc này nữa.`,
  done: ({ name, at }) => `Đã xong: ${name || "một cán bộ"} báo lúc ${at}.`,
  completed: (facts) => text`Đã ghi nhận: ${bold(`việc số ${facts.id} đã xong`)} (${deadline(facts)}).`,
  before: ({ id, name, at }) =>
    text`Việc ${bold(`số ${id}`)} đã được ${name || "một cán bộ"} báo xong lúc ${at}.`,
  reopened: (id) => text`Đã mở lại việc ${bold(`số ${id}`)}.`,
  wasOpen: (id) => text`Việc ${bold(`số ${id}`)} đang mở, chưa ai báo xong.`,
  reminder: bold("Nhắc việc đến hạn"),
  actions: {
    done: (id) => `Đã xong số ${id}`,
    reopen: (id) => `Mở lại số ${id}`,
    detail: (id) => `Chi tiết số ${id}`,
    where: (unit, count) => `${capital(fullName(unit))} (${count})`,
    all: "Các nhiệm vụ",
    next: "Trang sau",
  },
};

function deadline({ due, standing: { occurrence }, ended }: TaskFacts): string {
  const day = figures.date(occurrence);
  if (due.on === "date") return `${due.includesDay ? "chậm nhất" : "trước"} ngày ${day}`;
  const weekly = `trước ${due.time} ${WEEKDAYS[due.weekday - 1]} hằng tuần`;
  return ended ? weekly : `${weekly}, kỳ này ${day}`;
}

function standing({ standing: { done, isOverdue, days, countsToday, isLastDay }, ended }: TaskFacts): string {
  if (ended) return "không còn hiệu lực";
  if (done) return "đã xong";
  if (isOverdue) return days > 0 ? `quá hạn ${days} ngày làm việc` : "vừa quá hạn";
  if (isLastDay) return "hạn cuối hôm nay";
  if (days === 0) return "không còn ngày làm việc nào trước hạn";
  return `còn ${days} ngày làm việc${days > 1 && countsToday ? ", kể cả hôm nay" : ""}`;
}
