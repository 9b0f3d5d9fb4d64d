import { type IndexInForce, indexBehind } from "#services/documents/letter/index-in-force.ts";
import { figuresIn, isResultLike } from "#services/documents/marks/figures.ts";
import { indexMarks } from "#services/documents/marks/index-marks.ts";
import type { Passage } from "#services/documents/marks/passage.ts";

/** Follows which index a text speaks of, paragraph by paragraph. */
export interface IndexWatch {
  /** What a paragraph's figures are of where it names no index itself. Called once for each, in order. */
  enter(paragraph: Passage): IndexInForce;
  /** `hasOwn`: results of this index were found in it. */
  leave(paragraph: Passage, hasOwn: boolean): void;
}

/**
 * Another index holds until one is named again; one named by the way, behind results of this index in the same section,
 * only until the next heading: "1. Kết quả chung … PAR Index đạt 88,95%", "2. Kết quả của các xã". `general`: the title's.
 */
export function watchIndex(general: IndexInForce): IndexWatch {
  let index = general;
  let isByTheWay = false;
  let hasOwnResults = false;
  return {
    enter(paragraph) {
      if (!isHeading(paragraph)) return index;
      if (isByTheWay) index = general;
      isByTheWay = false;
      hasOwnResults = false;
      return index;
    },
    leave(paragraph, hasOwn) {
      hasOwnResults ||= hasOwn;
      const behind = indexBehind(paragraph, index);
      if (behind !== index) isByTheWay = hasOwnResults && general === null && !isHeading(paragraph);
      index = behind;
    },
  };
}

const LONGEST_HEADING = 160;
const NUMBERED = /^(?:\d{1,2}|[IVX]{1,4})[.)]\s/u;

/** A numbered line without results that names no index. */
function isHeading(passage: Passage): boolean {
  return (
    passage.text.length <= LONGEST_HEADING &&
    NUMBERED.test(passage.text) &&
    !figuresIn(passage).some(isResultLike) &&
    indexMarks(passage).length === 0
  );
}
