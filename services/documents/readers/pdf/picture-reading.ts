import type { Doubt } from "#services/documents/neutral.ts";
import type { PageLayout } from "#services/documents/readers/pdf/page-layout.ts";
import type { PagePicture } from "#services/documents/readers/pdf/page-picture.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";

/** What a page of pixels shows, as pages of a pdf give it, and what of it cannot be taken. */
export interface PictureLayout extends PageLayout {
  readonly notes: readonly ImportWarning[];
}

/** Reads the pages of one paper that are pictures; whoever opens it closes it. */
export interface PictureReading {
  /** `onWork` hears that something was read. */
  read(picture: PagePicture, number: number, onWork: () => void): Promise<PictureLayout>;
  doubts(): readonly Doubt[];
  close(): Promise<void>;
}
