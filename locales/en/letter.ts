import { evidence, figures } from "#locales/en/common.ts";
import { monthExport } from "#locales/en/month-export.ts";
import { periods } from "#locales/en/period.ts";
import { WEEKDAYS } from "#locales/en/phrases.ts";
import { roman } from "#locales/shared/roman.ts";
import { titlesOf } from "#locales/shared/titles.ts";
import type { AppendixNumber, LetterPaperWords, LetterWords } from "#locales/words/letter.ts";
import { bold } from "#services/reply/text.ts";
import type { Target } from "#services/targets/target.ts";
import type { TaskDue } from "#services/tasks/task.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

const BLANK = "……";

const office = (scope: Unit): string =>
  ["department", "country"].includes(scope.kind)
    ? fullName(scope)
    : `People's Committee of ${fullName(scope)}`;

const appendixName = (number: AppendixNumber): string =>
  number === null ? "Appendix" : `Appendix ${roman(number)}`;

const BOUNDS: Readonly<Record<Target["comparison"], string>> = {
  ">=": "at least",
  "<=": "at most",
  ">": "above",
  "<": "below",
  "=": "exactly",
};

function deadline(due: TaskDue): string {
  if (due.on === "weekly") return `before ${due.time} every ${WEEKDAYS[due.weekday - 1]}`;
  return `${due.includesDay ? "by" : "before"} ${figures.date(due.date)}`;
}

const paper: LetterPaperWords = {
  language: "en-GB",
  office(scope, parent) {
    if (scope.kind === "country") return { superior: null, issuer: BLANK };
    if (scope.kind === "department")
      return { superior: parent && office(parent).toUpperCase(), issuer: fullName(scope).toUpperCase() };
    return { superior: null, issuer: `People's Committee\n${fullName(scope)}`.toUpperCase() };
  },
  nation: "SOCIALIST REPUBLIC OF VIET NAM",
  motto: "Independence - Freedom - Happiness",
  number: `No.: ${BLANK}/${BLANK}`,
  about: (period) => `Results of the index of service to citizens and businesses, ${periods.name(period)}`,
  placeAndDay: (scope) => `${scope.kind === "country" ? BLANK : scope.name}, ${BLANK}`,
  to: "To:",
  addressees: (scope, units) => [
    ...(["province", "district"].includes(scope.kind) ? [`- Offices of the ${office(scope)};`] : []),
    ...(titlesOf(units).length > 0 ? ["- People's Committees of the units listed;"] : []),
    `- ${BLANK}`,
  ],
  sample: "SAMPLE DATA for trying out, not the figures of any office.",
  grounds: ({ documents, evidence: given }) => [
    "Pursuant to Decision 766/QĐ-TTg of 23/6/2022 of the Prime Minister approving the set of indicators for directing, operating and assessing the quality of service to citizens and businesses in administrative procedures and public services in real time in the electronic environment;",
    `Pursuant to ${BLANK};`,
    `According to the figures in: ${documents.join("; ")} (${evidence.asOf(given)}).`,
  ],
  announces: ({ scope, parent, period, provisional }) =>
    `${scope.kind === "country" ? BLANK : office(scope)} announces the results of the index of service to citizens and businesses, ${periods.name(period)}, of ${[scope, ...(parent ? [parent] : [])].map(fullName).join(", ")}${
      provisional ? " (provisional figures, which may change)" : ""
    }:`,
  own({ indicator, value, of, change, apart, place, asOf }) {
    const went =
      change === null
        ? ""
        : ` (${change === 0 ? figures.change(0, indicator) : `${change > 0 ? "up" : "down"} ${apart}`})`;
    const placed = place
      ? `rank ${figures.number(place.rank)}${place.of === null ? "" : `/${figures.number(place.of)}`}`
      : null;
    const said = [
      ...(value === null ? [] : [`${value}${of === null ? "" : ` of ${figures.number(of)}`}${went}`]),
      ...(placed ? [placed] : []),
    ].join(", ");
    return `- ${figures.indicator(indicator)}${asOf === null ? "" : ` (as of ${figures.moment(asOf)})`}: ${said}.`;
  },
  lists: ({ units, missing, appendix }) =>
    `- Results of ${figures.unitCount(units)}: see ${appendixName(appendix)}${
      missing > 0 ? `; ${figures.number(missing)} without figures` : ""
    }.`,
  leaders: ({ indicator, names }) =>
    `- Leading units by ${figures.indicator(indicator)}: ${names.join("; ")}.`,
  laggards: ({ indicator, names }) =>
    `- Units that are low by ${figures.indicator(indicator)}: ${names.join("; ")}.`,
  missed: ({ indicator, target, names, more }) =>
    `- Target missed, ${figures.indicator(indicator)} (${BOUNDS[target.comparison]} ${figures.value(target.value, indicator)}): ${names.join("; ")}${
      more > 0 ? ` and ${figures.number(more)} other units` : ""
    }.`,
  named: ({ unit, value }) => `${fullName(unit)} ${value}`,
  asks: "In view of these results, the units are asked to do the following:",
  goOn: "Keep up the indicators that are good; concentrate on those that are low.",
  explain:
    "Units that are low or miss a target are to analyse the causes, make them clear and put them right in the next period.",
  tasks: (count, appendix) =>
    `Go on with the ${figures.number(count)} tasks given that are still open (see ${appendixName(appendix)}).`,
  ownOrders: `${BLANK}${BLANK}`,
  ends: ({ scope, period }) =>
    `These are the results of the index of service to citizens and businesses, ${periods.name(period)}, of ${fullName(scope)}./.`,
  receiversHead: "Copies to:",
  receivers: ["- As above;", `- ${BLANK};`, `- File: ${BLANK}.`],
  signer: [BLANK.repeat(3), BLANK.repeat(3)],
  signerName: BLANK.repeat(3),
  appendix: {
    head: appendixName,
    title: monthExport.file.title,
    attached: ({ scope, of }) =>
      `(Attached to ${of} no. ${BLANK}/${BLANK} of ${BLANK} by ${scope.kind === "country" ? BLANK : office(scope)})`,
    rank: monthExport.file.columns.rank,
    unit: monthExport.file.columns.unit,
    note: monthExport.file.columns.note,
    noFigures: monthExport.file.noFigures,
    idle: monthExport.file.idle,
    values: monthExport.file.values,
    changes: monthExport.file.changes,
    tasks: {
      title: "TASKS GIVEN THAT ARE STILL OPEN",
      columns: { order: "No.", text: "Task", owners: "Office", due: "Due" },
      due: ({ due, isOverdue }) => `${deadline(due)}${isOverdue ? " (overdue)" : ""}`,
    },
    key: "Empty: no figure held, which is not zero. Bold and coloured: short of its target.",
  },
};

export const letter: LetterWords = {
  commands: {
    congvan: {
      purpose: "Draft letter publishing the results (Word, pdf)",
      usage: "[period] [area] [pdf]",
      examples: ["/congvan", "/congvan 8/2024 Tiên Lữ", "/congvan pdf"],
    },
  },
  title: ({ scope, period }) => bold(`Draft letter · ${fullName(scope)} · ${periods.name(period)}`),
  holds: ({ own, units, tasks }) =>
    `Holds: ${[
      ...(own > 0 ? [`${figures.number(own)} indicators of its own`] : []),
      ...(units.length > 0 ? [`an appendix of ${figures.unitCount(units)}`] : []),
      ...(tasks > 0 ? [`${figures.number(tasks)} open tasks`] : []),
    ].join(", ")}.`,
  blanks: "Number, day, further grounds, copies and signature are left blank (……) for whoever sends it.",
  as: "Letter",
  paper,
};
