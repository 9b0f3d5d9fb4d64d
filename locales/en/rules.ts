import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { RULE_NAMES } from "#locales/en/phrases.ts";
import type { RuleFacts, RuleWords, TestCount } from "#locales/words/rules.ts";
import type { ChangeRule, LevelRule, Rule } from "#services/alerts/rule.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period, PeriodKind } from "#services/periods/period.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName, type UnitKind } from "#services/units/unit.ts";

const LABELS: Readonly<Record<string, string>> = {
  "on-time": "On time",
  targets: "Targets",
  overdue: "Overdue",
  backlog: "Backlog",
  "score-drop": "Score drop",
  "rank-drop": "Rank drop",
  falling: "Falling",
  missing: "No figures",
  "daily-falling": "Falling daily",
};

const KIND_NAMES: Readonly<Record<UnitKind, string>> = {
  country: "the country",
  province: "provinces",
  district: "districts",
  commune: "communes",
  department: "departments",
};

const SPANS: Readonly<Record<PeriodKind, string>> = {
  month: "months",
  quarter: "quarters",
  half: "half years",
  year: "years",
  cumulative: "periods",
  week: "weeks",
  "month-week": "weeks",
};

/** A rule that a scope made goes by what it measures. */
function nameOf({ rule, indicators: [indicator] }: RuleFacts): string {
  const shipped = RULE_NAMES[rule.id];
  if (shipped !== undefined || !indicator) return shipped ?? rule.id;
  const measured = figures.indicator(indicator);
  if (rule.kind === "streak") return `${measured} falling in a row`;
  if (rule.kind !== "change") return measured;
  if (rule.of === "rank") return `rank drop in ${measured}`;
  return indicator.direction === "down" ? `${measured} rising` : `${measured} falling`;
}

function ownLabel({ rule, indicators: [indicator] }: RuleFacts): string {
  const measured = indicator ? figures.indicatorShort(indicator) : rule.id;
  if (rule.kind === "change") return `${rule.of === "rank" ? "Rank drop" : "Worse"}: ${measured}`;
  return indicator?.measure === "count" ? `Level: ${measured}` : measured;
}

function meansLevel({ fire, reset }: LevelRule, indicator: Indicator): string {
  const at = amountOf(fire, indicator);
  const good = amountOf(reset, indicator);
  return indicator.direction === "down"
    ? `told above ${at}, over at ${good} or less`
    : `told below ${at}, over from ${good} on`;
}

function meansChange({ of, by, reset }: ChangeRule, indicator: Indicator): string {
  if (of === "rank") {
    const back = reset === 0 ? "at the old rank" : `within ${figures.number(reset)} of the old rank`;
    return `told when ${figures.number(by)} places or more are lost, over ${back}`;
  }
  const moved = indicator.direction === "down" ? "rises" : "falls";
  const back =
    reset === 0 ? "when back where it was" : `within ${changeOf(reset, indicator)} of where it was`;
  return `told when it ${moved} by ${changeOf(by, indicator)} or more since the period before, over ${back}`;
}

/** "2 points", "5 percentage points", "3 dossiers": what lies between two values. */
function changeOf(amount: number, indicator: Indicator): string {
  return indicator.measure === "rate"
    ? `${figures.number(amount)} percentage points`
    : amountOf(amount, indicator);
}

/** "2 points", "5%", "3 dossiers". */
function amountOf(amount: number, indicator: Indicator): string {
  return indicator.measure === "points"
    ? `${figures.number(amount)} points`
    : figures.value(amount, indicator);
}

function means({ rule, indicators: [indicator] }: RuleFacts): string {
  switch (rule.kind) {
    case "target":
      return "told when the target is missed, over when it is met";
    case "missing":
      return `told if there is no total for the month before on day ${rule.day}, over when there is`;
    case "daily":
      return `told when daily figures (provisional) fall at ${rule.times} takings in a row by ${figures.number(rule.by)} points or more each; over when they stop falling`;
    case "streak":
      return `told after ${rule.periods} falls in a row, over when it stops falling`;
    case "level":
      return indicator ? meansLevel(rule, indicator) : "";
    case "change":
      return indicator ? meansChange(rule, indicator) : "";
  }
}

const kinds = (named: Rule["kinds"]): string =>
  named === null ? "all units" : named.map((kind) => KIND_NAMES[kind]).join(", ");

const counted = ({ times, units }: TestCount): string =>
  `${figures.number(times)} times, ${figures.number(units)} units`;

const span = (first: Period, last: Period): string =>
  first === last ? periods.name(first) : `${periods.name(first)} – ${periods.name(last)}`;

export const rules: RuleWords = {
  commands: {
    nguong: {
      purpose: "Rules of alerts; tried first on past figures",
      usage: "[area] · [thử] <indicator> <number> · tắt, bật, mặc định <rule>",
      examples: ["/nguong", "/nguong tụt hạng", "/nguong thử đúng hạn 97"],
    },
  },
  title: (scope) => bold(`Rules of alerts · ${fullName(scope)}`),
  name: nameOf,
  label: (facts) => LABELS[facts.rule.id] ?? ownLabel(facts),
  means,
  kinds,
  item: (facts) =>
    text`– ${bold(capital(nameOf(facts)))}: ${means(facts)} (${kinds(facts.rule.kinds)}; ${[
      ...(facts.rule.isOn ? [] : ["off"]),
      ...(facts.rule.urgent ? ["urgent"] : []),
      facts.origin,
    ].join(", ")})`,
  origin: ({ scope, by, on }) =>
    scope === null ? "as shipped" : `set by ${fullName(scope)} on ${on}${by === "" ? "" : `, ${by}`}`,
  how: [
    "Editors change them by typing, as in: /nguong đúng hạn 90 · /nguong quá hạn 5 · /nguong tắt tụt hạng · /nguong mặc định đúng hạn",
    "Try one first on past figures: /nguong thử đúng hạn 97",
  ].join("\n"),
  cardTitle: (facts) => bold(`${capital(nameOf(facts))} · ${fullName(facts.scope)}`),
  reach: ({ kinds: named, urgent }) =>
    `For: ${kinds(named)} · ${urgent ? "urgent, sent at any hour" : "waits for the next working morning in quiet hours"}`,
  state: ({ isOn, origin }) => text`${isOn ? "On" : bold("Off")} (${origin})`,
  afterTargets: "Where a document sets a target, that target holds instead.",
  finishedOnly: "Does not count where dossiers were still being worked on when the figures were extracted.",
  open: ({ alerts: count, units }) =>
    count === 0
      ? "No alert is open by it."
      : `Open: ${figures.number(count)} alerts in ${figures.number(units)} units`,
  set: (facts) =>
    text`Set for ${fullName(facts.scope)}: ${bold(nameOf(facts))}, ${means(facts)} (${kinds(facts.rule.kinds)}${facts.rule.urgent ? "; urgent" : ""}).`,
  off: (facts) =>
    text`Switched off for ${fullName(facts.scope)}: ${bold(nameOf(facts))}.${facts.open > 0 ? ` ${figures.number(facts.open)} alerts open by it will be lifted, and whoever was told hears of it.` : ""}`,
  usual: ({ was, now, scope }) =>
    now
      ? text`${capital(fullName(scope))} is back to ${now.from ? `the rule of ${fullName(now.from)}` : "the rule as shipped"}: ${bold(nameOf(now))}, ${now.rule.isOn ? means(now) : "off"}.`
      : text`Given up for ${fullName(scope)}: ${bold(nameOf(was))}.`,
  nothingSet: "Nothing of its own is set here for this rule.",
  fromNext: "Holds from the next publication of figures on.",
  testTitle: (facts) =>
    text`${bold(`Trying: ${nameOf(facts)} · ${fullName(facts.scope)}`)}\n${capital(means(facts))}`,
  tested: ({ periods: count, kind, first, last, ...told }) =>
    bold(
      `Would be told ${figures.number(told.times)} times in ${figures.number(count)} ${SPANS[kind]}, of ${figures.number(told.units)} units (${span(first, last)})`,
    ),
  inForce: ({ isOn, ...told }) => `The rule ${isOn ? "in force" : "that is off"}: ${counted(told)}`,
  perPeriod: (counts) =>
    counts.map(({ period, times }) => `${periods.short(period)}: ${figures.number(times)}`).join(" · "),
  mostTold: (units, more) =>
    `Most often: ${units.map(({ name, times }) => `${name} ${figures.number(times)}`).join(" · ")}${more > 0 ? ` and ${figures.number(more)} more` : ""}`,
  inhibited: (named) =>
    `${capital(named.map(periods.name).join(", "))}: most units fell at once, only operators would be told.`,
  nothingStored: (scope) => `There are no figures of ${fullName(scope)} to try it on.`,
  dailyTested: ({ day, names, count, of }) =>
    text`${bold(`Switched on, it would tell of ${figures.number(count)} of ${figures.number(of)} units by the figures of ${figures.date(day)}`)}${names.length === 0 ? "" : `: ${names.join(", ")}${count > names.length ? ` and ${figures.number(count - names.length)} more` : ""}`}. Daily figures are provisional.`,
  nothingDaily: (scope) => `No daily figures of the units of ${fullName(scope)} are held yet.`,
  onlyTried: "Only tried on stored figures; nothing has changed.",
  actions: {
    all: "All rules",
    test: "Try",
    off: "Off",
    on: "On",
    usual: "As shipped",
    undo: "Undo",
    set: "Set this rule",
  },
};
