import type { Given } from "#services/documents/given.ts";
import type { IndexInForce } from "#services/documents/letter/index-in-force.ts";
import type { PeriodContext } from "#services/documents/marks/period-marks.ts";
import type { PersonFilter } from "#services/documents/marks/persons.ts";
import type { Cast } from "#services/documents/marks/places-of-units.ts";
import type { Topics } from "#services/documents/marks/topics.ts";
import type { Period } from "#services/periods/period.ts";

/** What is known of a document before its figures are read. */
export interface ReadingContext {
  readonly cast: Cast;
  readonly topics: Topics;
  /** The period its title or first result names; null = none found. */
  readonly period: Period | null;
  /** Which of it a person said, since the document does not. */
  readonly given: Given;
  readonly calendar: PeriodContext;
  /** No year stands anywhere: the latest that can be meant was taken. */
  readonly guessesYear: boolean;
  /** Day it was issued or published, ISO; the 28th where only the month is known. */
  readonly issued: string | null;
  /** It reports percentages and counts, no points: a bare rank is a rate's. */
  readonly prefersRates: boolean;
  /** It names the index; without that its points may be a local evaluation's. */
  readonly index766: boolean;
  /** What its title speaks of. */
  readonly index: IndexInForce;
  readonly persons: PersonFilter;
}
