import type { Page } from "#services/documents/readers/pictures/cells/cell-picture.ts";
import type { DoubtCollector } from "#services/documents/readers/pictures/doubt-collector.ts";
import type { Engines } from "#services/documents/readers/pictures/engines/engines.ts";

/** A page while it is read. */
export interface PageReading {
  readonly page: Page;
  /** From 1. */
  readonly number: number;
  readonly pointsAPixel: number;
  readonly engines: Engines;
  readonly doubts: DoubtCollector;
  /** Told whenever something was read, so that slow work is not taken for none. */
  readonly onWork: () => void;
}
