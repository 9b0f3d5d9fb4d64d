import { fold } from "#services/text/fold.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/**
 * A new unit's name with every word capital, and with a syllable that no Vietnamese place bears put right when exactly
 * one that places do bear differs from it by the mark under the tone alone: "Dị ché" → "Dị Chế".
 */
export function respell(name: string, units: Units): string {
  const known = syllablesOf(units);
  return name
    .normalize("NFC")
    .split(" ")
    .map((word) => capital(respelt(word.toLowerCase(), known)))
    .join(" ");
}

function respelt(word: string, known: ReadonlyMap<string, ReadonlySet<string>>): string {
  const spellings = known.get(fold(word));
  if (!spellings || spellings.has(word)) return word;
  const sameTone = [...spellings].filter((spelling) => toneOf(spelling) === toneOf(word));
  return sameTone.length === 1 ? (sameTone[0] ?? word) : word;
}

const TONES = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];

/** The tone mark alone: acute, grave, hook, tilde, dot below. */
function toneOf(word: string): string {
  return [...word.normalize("NFD")].filter((mark) => TONES.includes(mark)).join("");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const syllables = new WeakMap<Units, ReadonlyMap<string, ReadonlySet<string>>>();

/** Every syllable of every unit's name, by its letters without accents. */
function syllablesOf(units: Units): ReadonlyMap<string, ReadonlySet<string>> {
  const ready = syllables.get(units);
  if (ready) return ready;
  const found = new Map<string, Set<string>>();
  const visit = (id: string) => {
    for (const unit of units.children(id)) {
      for (const word of unit.name.toLowerCase().split(/[\s-]+/u)) {
        const spellings = found.get(fold(word)) ?? new Set();
        found.set(fold(word), spellings.add(word));
      }
      visit(unit.id);
    }
  };
  visit(COUNTRY_ID);
  syllables.set(units, found);
  return found;
}
