import { capital } from "#services/text/capital.ts";
import { fold } from "#services/text/fold.ts";
import { toneOf } from "#services/text/tones.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/**
 * A new unit's name that was read from a scan, with every word capital, and with a syllable that no Vietnamese place
 * bears put right when exactly one that places do bear differs from it by the mark under the tone alone.
 */
export const respell = (name: string, units: Units): string => spelled(name, units, () => true);

/**
 * The same of a name that was typed: its syllables stay as they are ("Thử Nghiệm"), but for one in small letters among
 * capitals, which whoever typed it did not look at: "Dị ché" → "Dị Chế".
 */
export function inCapitals(name: string, units: Units): string {
  const hasCapitals = name !== name.toLowerCase();
  return spelled(name, units, (word) => hasCapitals && word === word.toLowerCase());
}

function spelled(name: string, units: Units, isMisspelt: (word: string) => boolean): string {
  const known = syllablesOf(units);
  return name.replace(/[^\s-]+/gu, (word) => spelledWord(word, known, isMisspelt(word)));
}

function spelledWord(word: string, known: Syllables, isMisspelt: boolean): string {
  const small = word.toLowerCase();
  const listed = known.written.get(small.replace(APOSTROPHES, "'"));
  if (listed !== undefined) return listed;
  if (ROMAN.test(word) && !known.spellings.has(small)) return word;
  const spelt = isMisspelt ? respelt(small, known.spellings) : small;
  const parts = spelt.split(/(?<=['’‘ʼ`])/u);
  const isShouted = word === word.toUpperCase();
  let at = 0;
  return parts
    .map((part, i) => {
      const isCapital = i === 0 || isShouted || word.charAt(at) !== part.charAt(0);
      at += part.length;
      return isCapital ? capital(part) : part;
    })
    .join("");
}

const APOSTROPHES = /['’‘ʼ`]/gu;
/** "Khu II". */
const ROMAN = /^[IVX]{2,}$/u;

function respelt(word: string, known: ReadonlyMap<string, ReadonlySet<string>>): string {
  const spellings = known.get(fold(word));
  if (!spellings || spellings.has(word)) return word;
  const sameTone = [...spellings].filter((spelling) => toneOf(spelling) === toneOf(word));
  return sameTone.length === 1 ? (sameTone[0] ?? word) : word;
}

interface Syllables {
  /** Of every unit's name in small letters, by their letters without accents. */
  readonly spellings: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words with an apostrophe as the lists write them, by their small letters. */
  readonly written: ReadonlyMap<string, string>;
}

const syllables = new WeakMap<Units, Syllables>();

function syllablesOf(units: Units): Syllables {
  const ready = syllables.get(units);
  if (ready) return ready;
  const spellings = new Map<string, Set<string>>();
  const written = new Map<string, string>();
  const take = (word: string): void => {
    if (ROMAN.test(word)) return;
    const small = word.toLowerCase();
    const key = fold(small);
    spellings.set(key, (spellings.get(key) ?? new Set()).add(small));
    if (small.includes("'") && !written.has(small)) written.set(small, word);
  };
  const visit = (id: string): void => {
    for (const unit of units.children(id)) {
      unit.name.split(/[\s-]+/u).forEach(take);
      visit(unit.id);
    }
  };
  visit(COUNTRY_ID);
  const found = { spellings, written };
  syllables.set(units, found);
  return found;
}
