import { shortUnit } from "#locales/shared/unit-names.ts";
import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { DailyWords } from "#locales/words/daily.ts";
import type { Since } from "#services/portal/daily.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const SINCE: Readonly<Record<Since, string>> = {
  yesterday: "hôm trước",
  week: "tuần trước",
  month: "đầu tháng",
};

const shortDay = (iso: string): string => `${Number(iso.slice(8))}/${Number(iso.slice(5, 7))}`;

/** "hôm trước (27/11/2026)". */
const against = (since: Since, day: string): string => `${SINCE[since]} (số ngày ${figures.date(day)})`;

export const daily: DailyWords = {
  commands: {
    dienbien: {
      purpose: "Số liệu từng ngày, tạm tính",
      usage: "[đơn vị] [chỉ số] [N ngày]",
      examples: ["/dienbien", "/dienbien Gia Lai", "/dienbien phường Pleiku tiến độ 14 ngày"],
    },
  },
  title: ({ unit, indicator }) =>
    text`${bold(`Diễn biến từng ngày · ${fullName(unit)} · ${figures.indicatorShort(indicator)}`)} (tạm tính)`,
  newest: ({ day, value, few }) =>
    text`Ngày ${figures.date(day)}: ${bold(value)}${few === null ? "" : ` † (mới có ${figures.number(few)} hồ sơ)`}`,
  move: ({ since, day, went }) =>
    went === null
      ? `So với ${SINCE[since]}: chưa có số liệu ngày ${figures.date(day)}.`
      : `So với ${against(since, day)}: ${went}.`,
  points: (points, every) =>
    `${every === 1 ? "Từng ngày" : `Cách ${every} ngày`}: ${points.map(({ day, value }) => `${shortDay(day)} ${value}`).join(" · ")}`,
  gaps: (days) => `Không có số liệu ngày: ${days.map(shortDay).join(", ")}.`,
  onlyOne: "Mới có số liệu của một ngày.",
  moversHead: ({ since, day, scope, of }) =>
    bold(`${capital(fullName(scope))}, ${figures.number(of)} đơn vị, so với ${against(since, day)}:`),
  movers: ({ rose, units }) =>
    `${rose ? "Tăng" : "Giảm"} nhiều nhất: ${units.map(({ unit, value, change }) => `${fullName(unit)} ${value} (${change})`).join(" · ")}`,
  nobodyMoved: "Không đơn vị nào thay đổi.",
  evidence: ({ period }, fetchedAt) =>
    `Tạm tính, chỉ để theo dõi, không phải kết quả công bố · số ${periods.name(period)} tính đến từng ngày · nguồn: số liệu Cổng Dịch vụ công quốc gia · lấy lúc ${figures.moment(fetchedAt)}`,
  nothing({ unit, province, isOn }) {
    const head = `Chưa có số liệu từng ngày của ${fullName(unit)}`;
    if (!isOn) return `${head}: bot chưa bật việc lấy số liệu từ Cổng Dịch vụ công quốc gia.`;
    const whose = province === null ? "" : ` và các xã, sở của ${fullName(province)}`;
    return `${head}; bot theo dõi từng ngày các tỉnh, thành phố${whose}.`;
  },
  notDaily: (indicator) =>
    `${capital(figures.indicator(indicator))} không có số liệu từng ngày. Từng ngày chỉ có tổng điểm và điểm sáu nhóm.`,
  chart: {
    title: ({ unit, indicator }) => `${shortUnit(unit)} · ${figures.indicatorShort(indicator)}`,
    subtitle: ({ from, to }) => `TẠM TÍNH – từng ngày từ ${figures.date(from)} đến ${figures.date(to)}`,
    day: shortDay,
    value: figures.value,
    tick: (value) => figures.number(value),
    dot: "số từng ngày, tạm tính",
    alt: (day, value) => `${day}: ${value}`,
  },
  actions: { days: (count) => `${count} ngày` },
};
