import type { Subject } from "#services/reply/reply.ts";
import type { Unit } from "#services/units/unit.ts";

/** Parts of a sentence, each as it would be typed in a command; empty = not named. */
export interface Parts {
  /** What the command is to do; empty = what it does by itself. */
  readonly verb: string;
  /** "95%", where something is supposed. */
  readonly value: string;
  readonly period: string;
  readonly indicators: string;
  /** "top 5", "thấp nhất". */
  readonly takes: string;
  /** "dưới 85 điểm". */
  readonly limits: string;
  /** "6 tháng gần đây". */
  readonly span: string;
  /** "theo chỉ tiêu", of a map. */
  readonly shade: string;
  /** "theo hạng", where places are asked for over time. */
  readonly place: string;
  /** "theo nhóm hồ sơ". */
  readonly byVolume: string;
  readonly page: string;
  /** "sở", "phường". */
  readonly kind: string;
}

/** Words said of a command's own matter. */
export interface Matter {
  /** What the command is to do, as it is typed behind its name; left out = what it does by itself. */
  readonly verb?: string;
  readonly asks: RegExp;
  /** What of the sentence stands for the matter alone; left out = all that `asks` finds. */
  readonly words?: RegExp;
}

/** What an answer tells of its own accord: ends with or without a count, places, targets. */
export type Told = "ends" | "uncounted ends" | "place" | "target";

/** How everyday sentences ask for a command, and how they go on from its answer. Patterns are over folded words. */
export interface Phrases {
  /** Words that ask for it, wherever they stand. Of several commands asked for, the one furthest down the list is meant. */
  readonly asks?: RegExp;
  /** Every other question is asked with those words too: alone they say nothing, and beside other parts nothing more. */
  readonly isEveryday?: true;
  /** Taken before all else, for single words of them name other things: "ai chưa xem" is no ranking. */
  readonly matters?: readonly Matter[];
  /** Said behind those words, and no more than they say. */
  readonly moreOfMatter?: RegExp;
  /**
   * The parts that go into the command, in the order they are typed behind its name; others are told as unused, a period
   * is asked back. "alone": it is meant only where nothing else is named. Left out: `plain-question.ts` writes it.
   */
  readonly takes?: readonly (keyof Parts | "units")[] | "alone";
  /** Asked for in a sentence, they ask for nothing more than the answer tells anyway. */
  readonly tellsAnyway?: readonly Told[];
  /** Which way somebody went: the answer tells it, whichever it was. */
  readonly tellsWords?: RegExp;
  /** Its answers are about single units, or about the list of one scope. */
  readonly about?: "units" | "scope";
  /** Where nobody is named, whom the answer before was about is meant, else the home. */
  readonly followsUnits?: true;
  /** Figures over time: a span asks for it, and no single period is kept from the answer before. */
  readonly isOverTime?: true;
  /** Sets two units or periods at least against each other. */
  readonly compares?: true;
  /** The same question of what is said anew; null, or no such function = as a question that stands for itself. */
  readonly goOn?: (said: Parts, kept: Kept) => string | null;
  /** What was shown last in this command's form, where no place is named; null = it has none. */
  readonly ofShown?: (said: Parts, shown: Shown) => string | null;
}

/** What a sentence goes on with: what it says anew, else what the answer before was about. As typed. */
export interface Kept {
  readonly names: string;
  readonly indicators: string;
  readonly period: string;
  /** Units named anew. */
  readonly named: readonly Unit[];
  /** Another period is asked for. */
  readonly isOtherPeriod: boolean;
  /** "xã nào?" is asked of a list. */
  readonly asksForList: boolean;
  readonly about: Subject;
}

export interface Shown {
  readonly about: Subject;
  /** Id of the unit whose list it was; null = it was about single units. */
  readonly scope: string | null;
}

/** The same list of another period, scope or indicator; null where single units are asked for, or those of one kind. */
export const sameList =
  (command: string) =>
  ({ kind }: Parts, { named, names, indicators, period }: Kept): string | null =>
    kind !== "" || named.some(isSingle) ? null : `${command} ${names} ${indicators} ${period}`;

/** The same of another period or scope; null where single units, those of one kind, or indicators are asked for. */
export const sameMonth =
  (command: string) =>
  ({ kind }: Parts, { named, names, indicators, period }: Kept): string | null =>
    `${kind}${indicators}` !== "" || named.some(isSingle) ? null : `${command} ${period} ${names}`;

/** The same of another unit; null where more than that is asked for. */
export const sameOf =
  (command: string) =>
  ({ period, indicators, kind, span }: Parts, { named, names }: Kept): string | null =>
    named.length > 0 && `${period}${indicators}${kind}${span}` === "" ? `${command} ${names}` : null;

/** It has no units of its own. */
export const isSingle = ({ kind }: Unit): boolean => kind === "commune" || kind === "department";
