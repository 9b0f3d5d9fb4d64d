import { LIST_TOO, OF_COMMUNES, OF_SCORE, WHICH_WAY } from "#bot/answering/dispatch/vocabulary.ts";

/** What the words of a sentence tell, whatever part of it takes them. */
export interface Nuances {
  /** "bao nhiêu điểm", "xếp loại tốt": no other indicator of the answer before is meant. */
  readonly ofScore: boolean;
  /** Whether they rose or fell is asked. */
  readonly whichWay: boolean;
  /** "xã nào": communes are meant, whatever list was shown before. */
  readonly ofCommunes: boolean;
  /** "điểm Thủ Sỹ và xếp hạng cả huyện": the words that ask for the whole list beside single units; empty = none. */
  readonly listToo: string;
}

export const nuancesOf = (folded: string, written: string): Nuances => ({
  ofScore: OF_SCORE.test(folded),
  whichWay: WHICH_WAY.test(folded),
  ofCommunes: OF_COMMUNES.test(folded),
  listToo: listTooIn(folded, written),
});

/** As it is written. */
function listTooIn(folded: string, written: string): string {
  const { index = 0, 0: whole = "", groups } = LIST_TOO.exec(folded) ?? {};
  const end = index + whole.length;
  return written.slice(end - (groups?.list?.length ?? 0), end);
}
