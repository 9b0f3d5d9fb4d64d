import type { DocumentRefusalCode } from "#services/documents/refused.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { Action, Subject } from "#services/reply/reply.ts";
import type { ListTitle } from "#services/results/titled.ts";
import type { Incomparable } from "#services/sheets/comparable.ts";
import type { Unit } from "#services/units/unit.ts";

export type Role = "viewer" | "officer" | "editor" | "operator";

/** Matters that people ask about and no command answers yet. */
export type Beyond = "mend" | "file" | "forecast" | "average" | "formula" | "send";

/** Everything the bot may have to decline, with the facts its sentence is made of. */
export interface RefusalFacts {
  /** `near`: whether the nearest ones are offered. */
  "unknown-command": { readonly typed: string; readonly near: boolean };
  "not-understood": { readonly typed: string };
  /** What can be done instead is offered, when `near`. */
  beyond: { readonly matter: Beyond; readonly near: boolean };
  /** Words that may turn the question into another one; without them it is offered, when `near`. */
  "words-left": { readonly words: readonly string[]; readonly near: boolean };
  /** It goes on from a question that the bot no longer remembers. */
  "nothing-before": Record<never, never>;
  /** Of the list shown last. */
  "no-more-pages": Record<never, never>;
  /** What was sent is not in words; nor is it what would be taken in there: a file, or a picture. */
  "words-only": { readonly or: "file" | "picture" | null };
  /** What was said before the correction is part of something already. */
  "edit-not-taken": Record<never, never>;
  /** A correction of a message whose figures are stored. */
  "edit-of-stored": Record<never, never>;
  /** A button of another bot, or of a command that is forgotten. */
  "dead-button": Record<never, never>;
  "too-long": { readonly limit: number };
  /** Words that answer a question of the bot's. */
  "answer-too-long": { readonly limit: number; readonly length: number };
  "unknown-unit": { readonly typed: string; readonly near: boolean };
  /** Fewer periods than make a trend. */
  "span-count": { readonly fewest: number; readonly most: number };
  /** A second period, where one is shown at a time. */
  "one-period": { readonly typed: string };
  /** A kind of file that the command does not make. */
  "no-such-file": { readonly typed: string };
  /** A question back: which of these? */
  ambiguous: { readonly typed: string };
  "unit-needed": { readonly command: string };
  /** Names of several units, for a command that takes one; each is offered. */
  "one-at-a-time": { readonly command: string };
  /** Understood, but not taken by the command; without them it is offered. */
  untaken: { readonly command: string; readonly parts: readonly string[] };
  /** One unit in one period is no comparison. */
  "sides-needed": Record<never, never>;
  /** More periods than are compared at once. */
  "too-many-sides": { readonly most: number };
  /** Each of them has figures, but never of the same period. */
  "no-common-period": { readonly units: readonly Unit[] };
  "no-data": { readonly unit: Unit };
  "no-list": { readonly unit: Unit };
  /** No figures of the unit's own units are held; `others`: some that have them, none where nothing is held at all. */
  "no-sources": { readonly unit: Unit; readonly others: readonly Unit[] };
  /** One month is no report of several. */
  "several-months": Record<never, never>;
  "no-children": { readonly unit: Unit };
  /** `lacks`: of this indicator alone; each of `available` has it. */
  "no-period": {
    readonly unit: Unit;
    readonly wished: Period | null;
    readonly lacks: Indicator | null;
    readonly available: readonly Period[];
  };
  "no-indicator": { readonly unit: Unit; readonly available: readonly string[] };
  /** So many of a list cannot be shown. */
  "take-count": { readonly most: number };
  /** A limit in another measure than what would be ranked; `near`: what it may be asked of is offered. */
  "limit-of-what": { readonly indicator: Indicator; readonly near: boolean };
  /** Boundaries are those of today. `why`: the period, or the unit, is of the time before. */
  "no-map": { readonly scope: Unit; readonly period: Period; readonly why: "period" | "unit" };
  /** Nobody's place can be set against an earlier one. */
  "no-moves": {
    readonly scope: Unit;
    readonly period: Period;
    readonly because: Incomparable | null;
    readonly before: Period | null;
  };
  /** Others have one, and are offered. */
  "no-target-of": { readonly indicator: Indicator; readonly period: Period };
  /** Nobody's dossiers received are known. */
  "no-volumes": { readonly scope: Unit; readonly period: Period };
  "no-targets": { readonly scope: Unit; readonly period: Period };
  "no-targets-of": { readonly unit: Unit; readonly period: Period };
  /** An indicator that counts no dossiers which are late or stuck. */
  "not-owed": { readonly indicator: Indicator };
  /** null = of no period. */
  "nothing-owed": { readonly unit: Unit; readonly period: Period | null };
  /** Scores and rates are not added up. */
  /** Of what is supposed: the number, the indicator, a measure of it that is held; "one" = several are named. */
  "what-if-unclear": { readonly lacks: "value" | "indicator" | "measure" | "one" };
  /** A figure cannot lie there. */
  "what-if-range": { readonly indicator: Indicator; readonly most: number };
  "no-sum": { readonly indicator: Indicator };
  /** The list holds no unit of the title that was asked for; `held`: "15 xã, thị trấn". */
  "none-of-title": {
    readonly title: ListTitle;
    readonly scope: Unit;
    readonly period: Period;
    readonly held: string;
  };
  "no-such-page": { readonly pages: number };
  /** `held`: the versions there are, first one first. */
  "no-version": { readonly held: readonly number[] };
  /** That version took all figures back. */
  "withdrawn-version": { readonly version: number };
  /** Sample figures are not changed. */
  "sample-stays": Record<never, never>;
  "code-needed": Record<never, never>;
  "unknown-code": { readonly typed: string };
  "unknown-topic": { readonly typed: string };
  /** `byCode`: admins are made by operators' codes. */
  /** unasked: it answers nobody. other: somebody else asked. old: the platform deletes it no more. */
  "not-taken-back": { readonly because: "unasked" | "other" | "old" };
  "chat-admin-only": { readonly byCode: boolean };
  "role-needed": { readonly role: Role };
  /** Held, but for other units. */
  "role-needed-there": { readonly role: Role; readonly unit: Unit };
  /** `asked`: operators have been sent a request. */
  "chat-not-approved": {
    readonly chat: string;
    readonly kind: "private" | "group";
    readonly asked: boolean;
  };
  "unknown-setting": { readonly typed: string };
  "no-tables-here": Record<never, never>;
  "rights-unclear": { readonly typed: string };
  "wrong-code": Record<never, never>;
  "too-many-tries": { readonly minutes: number };
  "code-for-group": Record<never, never>;
  "private-only": { readonly command: string };
  /** null = the asker. */
  "nothing-held": { readonly person: string | null };
  "own-post": Record<never, never>;
  "post-is-gone": Record<never, never>;
  "handover-unclear": { readonly typed: string };
  "no-such-right": { readonly person: string };
  "unknown-chat": { readonly typed: string };
  "unknown-broadcast": { readonly typed: string };
  /** When to send was not understood. */
  "schedule-unclear": { readonly typed: string };
  "unknown-schedule": { readonly typed: string };
  "unknown-alert": { readonly number: number };
  /** It is no longer open. */
  "alert-over": { readonly number: number };
  "no-alerts": { readonly unit: Unit };
  "no-explanation": { readonly number: number };
  /** Somebody decided before, or a newer one took its place. */
  "explanation-settled": {
    readonly number: number;
    readonly state: "waiting" | "accepted" | "returned" | "replaced";
  };
  /** A deadline that is no day ahead; `date` is the day that was understood. */
  "deadline-unclear": {
    readonly typed: string;
    readonly problem: "unread" | "past" | "far";
    readonly date: string | null;
  };
  /** The bot cannot write to a person before that person wrote to it. */
  "private-first": Record<never, never>;
  /** A document that is not taken in; `isFile`: it was sent, else pasted. */
  "document-refused": {
    readonly isFile: boolean;
    readonly reason: DocumentRefusalCode;
    readonly facts: Readonly<Record<string, string | number>>;
  };
  /** Longer than what is read at once; what was collected before stays. */
  "paper-too-long": { readonly limit: number };
  "nothing-collected": Record<never, never>;
  /** Confirmed, thrown away, shown anew, or too old. */
  "unknown-paper": Record<never, never>;
  /** A correction while no paper waits. */
  "no-open-paper": Record<never, never>;
  /** Nothing was stored here lately, or it was taken back already. */
  "nothing-to-undo": Record<never, never>;
  /** What was to be taken back is not in force any more. */
  "published-since": Record<never, never>;
  /** A line of corrections, and which part of it was not understood; `near`: what it may have meant. */
  "correction-unclear": {
    readonly line: string;
    readonly problem:
      | "line"
      | "unit"
      | "indicator"
      | "value"
      | "period"
      | "scope"
      | "name"
      | "cell-period"
      | "more"
      | "nothing"
      | "early";
    readonly near: readonly string[];
  };
  "unknown-task": { readonly typed: string };
  /** What comes with the bot for trying it out is not worked on. */
  "sample-only": Record<never, never>;
  /** What is wanted with the rules of alerts was not understood. */
  "rule-unclear": { readonly typed: string };
  /** No rule of this kind was set. */
  "unknown-rule": { readonly indicator: Indicator | null };
  /** Nothing that can be better or worse was named. */
  unmeasurable: { readonly indicator: Indicator | null };
  "amount-needed": Record<never, never>;
  "rule-amount": { readonly least: number; readonly most: number; readonly isWhole: boolean };
  /** Where an alert ends is not on the good side of where it begins: "up" = from the limit on, "down" = up to it. */
  "rule-reset": { readonly limit: number; readonly side: "up" | "down" | "below" };
  "target-of-document": Record<never, never>;
  /** It looks at the calendar, not at results. */
  "rule-untestable": Record<never, never>;
}

export type RefusalCode = keyof RefusalFacts;

/** Something the asker should hear: what is wrong, and what to type instead. */
export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  override readonly name = "Refusal";
  readonly code: Code;
  readonly facts: RefusalFacts[Code];
  /** Ways on, one a row. */
  readonly actions: readonly Action[];
  /** As `Reply.expects`: words that set it right. */
  readonly expects: string | undefined;
  /** What was asked, where only its period is not there. */
  readonly about: Subject | undefined;
  constructor(
    code: Code,
    facts: RefusalFacts[Code],
    actions: readonly Action[] = [],
    expects?: string,
    about?: Subject,
  ) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.actions = actions;
    this.expects = expects;
    this.about = about;
  }
}
