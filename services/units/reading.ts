import { splitWords, type Word } from "#services/units/spelling.ts";
import { type Title, titleAt } from "#services/units/titles.ts";

/** A name with the title written before it, if any. */
export interface NamePart {
  readonly title: Title | null;
  readonly words: readonly Word[];
}

/** One way to understand a text: a name, and the units it is said to lie in. */
export interface Reading extends NamePart {
  readonly places: readonly NamePart[];
}

/** The ways to understand a text, likeliest kind first; within a kind none is preferred. */
export interface Readings {
  /** The whole text is the name: "xã Tiến Thắng", "Phan Rang - Tháp Chàm". */
  readonly whole: readonly Reading[];
  /** Marks or title words part it: "xã Tiến Thắng, huyện Mê Linh", "Lâm Thao - Tỉnh Phú Thọ". */
  readonly parted: readonly Reading[];
  /** Nothing parts it: "Tiến Thắng Mê Linh". */
  readonly run: readonly Reading[];
}

/** Longer texts are no unit's name. */
const MAX_WORDS = 24;

/** Reads what a person or a scan wrote for a unit; null when it holds no name. */
export function readUnit(text: string): Readings | null {
  if (text.length > MAX_WORDS * 10) return null;
  const parts = pieces(text, ANY_MARK);
  const words = parts.flat();
  if (words.length === 0 || words.length > MAX_WORDS) return null;
  return { whole: names(words, []), parted: parted(pieces(text, FIRM_MARK), parts), run: run(words) };
}

const FIRM_MARK = /[,;()[\]|/]|\sthuộc\s/iu;
const ANY_MARK = /[,;()[\]|/–—]|\s-\s|\sthuộc\s/iu;

/** The words between marks, without "UBND" before the first. */
function pieces(text: string, mark: RegExp): (readonly Word[])[] {
  const [first = [], ...others] = text.split(mark).map(splitJoined);
  return [withoutOffice(first), ...others].filter((words) => words.length > 0);
}

/** The name without its title, where one is written, and the name as it stands. */
function names(words: readonly Word[], places: readonly NamePart[]): Reading[] {
  const titled = titleAt(words, 0);
  const asWritten = { title: null, words, places };
  if (!titled) return [asWritten];
  return [{ title: titled.title, words: words.slice(titled.length), places }, asWritten];
}

/**
 * Cut at firm marks, at any marks, there and at titles, at titles alone: names may hold words like titles ("my tinh an")
 * and dashes ("tỉnh Bà Rịa - Vũng Tàu").
 */
function parted(atFirmMarks: readonly (readonly Word[])[], atMarks: readonly (readonly Word[])[]): Reading[] {
  const cuts = [atFirmMarks, atMarks, atMarks.flatMap(atTitles), atTitles(atMarks.flat())];
  const ways = new Map(cuts.map((way) => [way.map(({ length }) => length).join(), way]));
  return [...ways.values()].flatMap(([name = [], ...places]) =>
    places.length > 0 ? names(name, places.map(place)) : [],
  );
}

/** Cuts before every title word but the first: "Tiến Thắng huyện Mê Linh" is two pieces. */
function atTitles(words: readonly Word[]): (readonly Word[])[] {
  const cut: (readonly Word[])[] = [];
  let start = 0;
  for (let i = (titleAt(words, 0)?.length ?? 0) + 1; i < words.length; i++) {
    const titled = titleAt(words, i);
    if (!titled) continue;
    cut.push(words.slice(start, i));
    start = i;
    i += titled.length;
  }
  return [...cut, words.slice(start)];
}

/** Every cut of the words into a name and one place. */
function run(words: readonly Word[]): Reading[] {
  const start = (titleAt(words, 0)?.length ?? 0) + 1;
  const readings: Reading[] = [];
  for (let cut = start; cut < words.length; cut++) {
    readings.push(...names(words.slice(0, cut), [place(words.slice(cut))]));
  }
  return readings;
}

function place(words: readonly Word[]): NamePart {
  const titled = titleAt(words, 0);
  return titled ? { title: titled.title, words: words.slice(titled.length) } : { title: null, words };
}

/** Words, with "P8" and "Q.1" as two. */
function splitJoined(text: string): Word[] {
  return splitWords(text).flatMap((word) => {
    const [, title, number] = /^([pq])([0-9]+)$/u.exec(word.letters) ?? [];
    if (!title || !number) return [word];
    return [
      { written: title, letters: title },
      { written: number, letters: number.replace(/^0+(?=.)/u, "") },
    ];
  });
}

const OFFICES = [["ubnd"], ["uy", "ban", "nhan", "dan"], ["ub", "nhan", "dan"]];

/** The words after "UBND" or "Ủy ban nhân dân". */
function withoutOffice(words: readonly Word[]): readonly Word[] {
  const office = OFFICES.find((spelt) => spelt.every((letters, i) => words[i]?.letters === letters));
  return office ? words.slice(office.length) : words;
}
