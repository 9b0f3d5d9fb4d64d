import {
  ABBREVIATED,
  ALL_DOSSIERS,
  LETTER_WORDS,
  SYSTEMS,
  TOO_PLAIN,
} from "#services/documents/marks/letter-words.ts";
import { type Passage, places } from "#services/documents/marks/passage.ts";
import { createPhraseIndex } from "#services/documents/marks/phrase-index.ts";
import type { Found } from "#services/documents/scan/found.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { foldWords } from "#services/text/fold.ts";
import { apart, createTaken } from "#services/text/taken.ts";

/** An indicator's words in a passage, with all they may mean. */
export interface TopicMark extends Found {
  readonly indicators: readonly Indicator[];
  readonly letters: number;
  /** Plain words in running text: they keep others from claiming their place, and are then dropped. */
  readonly plain: boolean;
}

export interface Topics {
  /** In the order they stand, none over another; the longest words win. */
  in(passage: Passage): readonly TopicMark[];
  readonly indicators: Indicators;
}

/** A finder of indicators' words in letters, scans included. */
export function createTopics(indicators: Indicators): Topics {
  const terms = termsOf(indicators);
  const termsIn = createPhraseIndex([...terms.keys()]);
  const find = (passage: Passage) =>
    longestApart(
      termsIn(passage).flatMap((words) => marksOf(passage, words, terms.get(words) ?? [])),
      passage,
    );
  /** Of one document: heads of tables and lines of lists come again and again. */
  const known = new Map<string, readonly TopicMark[]>();
  return {
    indicators,
    in(passage) {
      const marks =
        known.get(passage.text) ??
        withSystems(indicators, passage, find(passage)).filter((mark) => !mark.plain);
      known.set(passage.text, marks);
      return marks;
    },
  };
}

function termsOf(indicators: Indicators): ReadonlyMap<string, readonly Indicator[]> {
  const terms = new Map<string, Indicator[]>();
  for (const indicator of indicators.all()) {
    if (SYSTEMS.some(({ id }) => id === indicator.id)) continue;
    const written = [indicator.name.vi, ...indicator.aliases, ...(LETTER_WORDS[indicator.id] ?? [])];
    for (const words of new Set(written.map(foldWords).flatMap(spellings))) {
      const meant = terms.get(words) ?? [];
      if (!meant.includes(indicator)) terms.set(words, [...meant, indicator]);
    }
  }
  return terms;
}

function spellings(words: string): readonly string[] {
  const bare = words.replace(/^ty le /u, "");
  return [bare, ...ABBREVIATED.map(([full, short]) => bare.replace(full, short))];
}

/** A table's head cell or a line of a few words: there the plain words count too. */
function isAlone(passage: Passage): boolean {
  return passage.text.length <= 90 && !/[.;]/u.test(passage.text);
}

function marksOf(passage: Passage, words: string, indicators: readonly Indicator[]): readonly TopicMark[] {
  const letters = words.replace(/\s/gu, "").length;
  if (letters < 4) return [];
  const mayBePlain = TOO_PLAIN.has(words) && !isAlone(passage);
  return places(passage, words).map((found) => ({
    ...found,
    indicators,
    letters,
    plain: mayBePlain && !isStressed(passage, found),
  }));
}

/** "chỉ số Dịch vụ công trực tuyến", "Dịch vụ công trực tuyến: 85%", "Dịch vụ công trực tuyến (9/12)": named as an indicator is. */
function isStressed(passage: Passage, { start, end }: Found): boolean {
  const before = /(?:chi so|chi tieu|tieu chi|nhom|ty le|ti le|muc do)(?: ve)? $/u.test(
    passage.folded.slice(Math.max(0, start - 14), start),
  );
  return before || /^\s?(?::|\(|dat|la)?\s?\d/u.test(passage.folded.slice(end));
}

/** Words that fit worse count as shorter, so that a garbled long name does not beat a clean short one inside it. */
function longestApart(marks: readonly TopicMark[], { folded }: Passage): readonly TopicMark[] {
  const worthiest = [...marks].sort((a, b) => worth(b) - worth(a));
  return apart(worthiest, folded.length).sort((a, b) => a.start - b.start);
}

/** Letters recognised, less what was guessed at. */
function worth({ letters, cost }: TopicMark): number {
  return letters - 5 * cost;
}

function withSystems(
  indicators: Indicators,
  passage: Passage,
  marks: readonly TopicMark[],
): readonly TopicMark[] {
  const first = marks.find((mark) => !mark.plain && mark.indicators.some(({ id }) => id === ALL_DOSSIERS));
  if (!first) return marks;
  const systems = SYSTEMS.flatMap(({ id, words }) => {
    const indicator = indicators.get(id);
    return indicator ? words.flatMap((each) => marksOf(passage, each, [indicator])) : [];
  }).filter((mark) => mark.start > first.start);
  const taken = createTaken(passage.folded.length);
  for (const system of systems) taken.take(system);
  return longestApart([...marks.filter(taken.isFree), ...systems], passage);
}
