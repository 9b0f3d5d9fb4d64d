import type { HelpOn } from "#locales/words/help.ts";
import type { DateRange } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { SourceDocument } from "#services/sheets/sheet.ts";
import type { TaskStanding } from "#services/tasks/standing.ts";
import type { TaskDue } from "#services/tasks/task.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface TaskCatalog {
  readonly tasks: TaskWords;
}

/** How a task stands, and by when it is due. */
export interface TaskFacts {
  readonly id: string;
  readonly due: TaskDue;
  readonly standing: TaskStanding;
  /** Last day of the unit that gave it, where it no longer holds. */
  readonly ended: string | null;
}

/** Tasks with deadlines. */
export interface TaskWords {
  readonly commands: HelpOn<"nhiemvu">;
  /** `due`: of that time alone; null = whenever. */
  title(facts: { unit: Unit; due: DateRange | null; open: number; overdue: number }): TextPart;
  none(facts: { unit: Unit; due: DateRange | null }): string;
  /** Above buttons that lead to units with tasks. */
  readonly elsewhere: string;
  /** Number, standing and deadline on one line. */
  head(facts: TaskFacts): TextPart;
  /** What is to be done, and whose it is. */
  body(facts: { text: string; owners: readonly string[]; scope: Unit | null }): string;
  more(facts: { page: number; pages: number }): string;
  readonly how: string;
  /** One task in full. */
  one(facts: { id: string; scope: Unit }): TextPart;
  owners(owners: readonly string[]): string;
  /** `more`: how many are not named. */
  units(units: readonly Unit[], more: number): string;
  due(facts: TaskFacts): string;
  /** Holidays of that year are not published yet. */
  unknownYear(year: string): string;
  source(document: SourceDocument): string;
  /** The unit that gave a weekly task is no more. */
  ended(scope: Unit, lastDay: string): string;
  done(facts: { name: string; at: string }): string;
  completed(facts: TaskFacts): TextPart;
  before(facts: { id: string; name: string; at: string }): TextPart;
  reopened(id: string): TextPart;
  wasOpen(id: string): TextPart;
  /** Above a reminder. */
  readonly reminder: TextPart;
  readonly actions: {
    done(id: string): string;
    reopen(id: string): string;
    detail(id: string): string;
    where(unit: Unit, count: number): string;
    all: string;
    next: string;
  };
}
