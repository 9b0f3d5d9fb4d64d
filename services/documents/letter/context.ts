import type { Given } from "#services/documents/given.ts";
import type { IndexInForce } from "#services/documents/letter/index-in-force.ts";
import type { Cast, UnitRef } from "#services/documents/marks/cast.ts";
import type { PeriodContext } from "#services/documents/marks/period-marks.ts";
import type { PersonFilter } from "#services/documents/marks/persons.ts";
import type { Topics } from "#services/documents/marks/topics.ts";
import type { Period } from "#services/periods/period.ts";

/** What is known of a document before its figures are read. */
export interface ReadingContext {
  readonly cast: Cast;
  /** The one unit its title names: "Kết quả của xã Ia Grai" in a paper of the province. */
  readonly titled: UnitRef | null;
  readonly topics: Topics;
  /** The period its title or first result names; null = none found. */
  readonly period: Period | null;
  /** Which of it a person said, since the document does not. */
  readonly given: Given;
  readonly calendar: PeriodContext;
  /** No year stands anywhere: the latest that can be meant was taken. */
  readonly guessesYear: boolean;
  /** First day of that period, ISO: days without a year come on or after it. */
  readonly since: string | null;
  /** Day it was issued or published, else that of its figures, ISO. */
  readonly issued: string | null;
  /** It reports percentages and counts, no points: a bare rank is a rate's. */
  readonly prefersRates: boolean;
  /** It tells what share of the maximum the groups reached: a bare percentage of one may be that. */
  readonly saysShares: boolean;
  /**
   * By what it tells the 12 points of online services from the 22 with payment: "payment" has points of its own, or the
   * "whole" stands there by its own name; null = it does not tell.
   */
  readonly onlineApartBy: "payment" | "whole" | null;
  /** It names the index; without that its points may be a local evaluation's. */
  readonly index766: boolean;
  /** What its title speaks of. */
  readonly index: IndexInForce;
  readonly persons: PersonFilter;
}
