import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { shortUnit } from "#locales/shared/unit-names.ts";
import type { DailyWords } from "#locales/words/daily.ts";
import type { Since } from "#services/portal/daily.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const SINCE: Readonly<Record<Since, string>> = {
  yesterday: "the day before",
  week: "a week before",
  month: "the start of the month",
};

const shortDay = (iso: string): string => `${Number(iso.slice(8))}/${Number(iso.slice(5, 7))}`;
const against = (since: Since, day: string): string => `${SINCE[since]} (figures of ${figures.date(day)})`;

export const daily: DailyWords = {
  commands: {
    dienbien: {
      purpose: "Figures day by day, provisional",
      usage: "[unit] [indicator] [N ngày]",
      examples: ["/dienbien", "/dienbien Gia Lai", "/dienbien phường Pleiku tiến độ 14 ngày"],
    },
  },
  title: ({ unit, indicator }) =>
    text`${bold(`Day by day · ${fullName(unit)} · ${figures.indicatorShort(indicator)}`)} (provisional)`,
  newest: ({ day, value, few }) =>
    text`${figures.date(day)}: ${bold(value)}${few === null ? "" : ` † (only ${figures.number(few)} dossiers)`}`,
  move: ({ since, day, went }) =>
    went === null
      ? `Against ${SINCE[since]}: no figures of ${figures.date(day)}.`
      : `Against ${against(since, day)}: ${went}.`,
  points: (points, every) =>
    `${every === 1 ? "By day" : `Every ${every} days`}: ${points.map(({ day, value }) => `${shortDay(day)} ${value}`).join(" · ")}`,
  gaps: (days) => `No figures of: ${days.map(shortDay).join(", ")}.`,
  onlyOne: "There are figures of one day so far.",
  moversHead: ({ since, day, scope, of }) =>
    bold(`${capital(fullName(scope))}, ${figures.number(of)} units, against ${against(since, day)}:`),
  movers: ({ rose, units }) =>
    `${rose ? "Rose" : "Fell"} most: ${units.map(({ unit, value, change }) => `${fullName(unit)} ${value} (${change})`).join(" · ")}`,
  nobodyMoved: "No unit changed.",
  evidence: ({ period }, fetchedAt) =>
    `Provisional, for watching only, no published result · figures of ${periods.name(period)} up to each day · source: National Public Service Portal · fetched ${figures.moment(fetchedAt)}`,
  nothing({ unit, province, isOn }) {
    const head = `There are no daily figures of ${fullName(unit)}`;
    if (!isOn) return `${head}: the bot does not fetch from the National Public Service Portal.`;
    const whose = province === null ? "" : ` and the units of ${fullName(province)}`;
    return `${head}; the provinces${whose} are followed day by day.`;
  },
  notDaily: (indicator) =>
    `${capital(figures.indicator(indicator))} is not held by day; only the total and the six groups are.`,
  chart: {
    title: ({ unit, indicator }) => `${shortUnit(unit)} · ${figures.indicatorShort(indicator)}`,
    subtitle: ({ from, to }) => `PROVISIONAL – day by day from ${figures.date(from)} to ${figures.date(to)}`,
    day: shortDay,
    value: figures.value,
    tick: (value) => figures.number(value),
    dot: "figure of a day, provisional",
    alt: (day, value) => `${day}: ${value}`,
  },
  actions: { days: (count) => `${count} days` },
};
