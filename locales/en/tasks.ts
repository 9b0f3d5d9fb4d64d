import { figures } from "#locales/en/common.ts";
import { WEEKDAYS } from "#locales/en/phrases.ts";
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
  `due from ${figures.date(start)} to ${figures.date(end)}`;

export const tasks: TaskWords = {
  commands: {
    nhiemvu: {
      purpose: "Tasks with a deadline",
      usage: "[unit] · <number> · xong <number> · mở lại <number>",
      examples: ["/nhiemvu", "/nhiemvu huyện Mê Linh"],
    },
  },
  title: ({ unit, due, open, overdue }) =>
    text`${bold(`Tasks with a deadline · ${fullName(unit)}${due ? ` · ${within(due)}` : ""}`)}\n${open} open${
      overdue > 0 ? `, ${overdue} overdue` : ""
    }.`,
  none: ({ unit, due }) => `No task of ${fullName(unit)} is open${due ? ` and ${within(due)}` : ""}.`,
  elsewhere: "There are tasks in:",
  head: (facts) => text`${bold(`No. ${facts.id} · ${standing(facts)}`)} (${deadline(facts)})`,
  body: ({ text: what, owners, scope }) =>
    `${shorten(what, SHOWN_OF_TEXT)} — ${shorten(owners.join("; ") || "no owner given", SHOWN_OF_OWNERS)}${
      scope ? ` (given by ${fullName(scope)})` : ""
    }`,
  more: ({ page, pages }) => `Page ${page} of ${pages}.`,
  how: "One task in full: /nhiemvu <number>. It is done: /nhiemvu xong <number>.",
  one: ({ id, scope }) => bold(`Task ${id} · given by ${fullName(scope)}`),
  owners: (owners) => `Owed by: ${owners.join("; ") || "not stated"}`,
  units: (units, more) => `Units: ${units.map(fullName).join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  due: (facts) => `Due: ${deadline(facts)} · ${standing(facts)}`,
  unknownYear: (year) =>
    `The holidays of ${year} are not published: working days leave out weekends and fixed holidays only.`,
  source: ({ issuer, number, date, title }) => {
    const named = [number, date && `of ${figures.date(date)}`].filter(Boolean).join(" ");
    return `From document ${[named, issuer && `by ${issuer}`].filter(Boolean).join(" ") || (title ?? "without number")}`;
  },
  ended: (scope, lastDay) =>
    `${capital(fullName(scope))} ended on ${figures.date(lastDay)}: nobody is reminded of this.`,
  done: ({ name, at }) => `Done: ${name || "an officer"} said so, ${at}.`,
  completed: (facts) => text`Noted: ${bold(`task ${facts.id} is done`)} (${deadline(facts)}).`,
  before: ({ id, name, at }) =>
    text`${bold(`Task ${id}`)} is done already: ${name || "an officer"} said so, ${at}.`,
  reopened: (id) => text`${bold(`Task ${id}`)} is open again.`,
  wasOpen: (id) => text`${bold(`Task ${id}`)} is open: nobody said that it is done.`,
  reminder: bold("Deadlines ahead"),
  actions: {
    done: (id) => `Done ${id}`,
    reopen: (id) => `Reopen ${id}`,
    detail: (id) => `Details ${id}`,
    where: (unit, count) => `${capital(fullName(unit))} (${count})`,
    all: "All tasks",
    next: "Next page",
  },
};

function deadline({ due, standing: { occurrence }, ended }: TaskFacts): string {
  const day = figures.date(occurrence);
  if (due.on === "date") return `${due.includesDay ? "by" : "before"} ${day}`;
  const weekly = `before ${due.time} every ${WEEKDAYS[due.weekday - 1]}`;
  return ended ? weekly : `${weekly}, this time ${day}`;
}

function standing({ standing: { done, isOverdue, days, countsToday, isLastDay }, ended }: TaskFacts): string {
  if (ended) return "no longer in force";
  if (done) return "done";
  if (isOverdue) return days > 0 ? `overdue by ${days} working days` : "just overdue";
  if (isLastDay) return "due today";
  if (days === 0) return "no working day left";
  if (days === 1) return "1 working day left";
  return `${days} working days left${countsToday ? ", today included" : ""}`;
}
