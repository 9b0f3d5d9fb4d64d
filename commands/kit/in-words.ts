import type { Catalog } from "#locales/catalog.ts";
import { findPeriods } from "#services/periods/parse.ts";
import { isPeriod, type Period } from "#services/periods/period.ts";
import type { Services } from "#services/services.ts";

export type InWords = (command: string, t: Catalog) => string | null;

/**
 * A command as a person would type it: "/xephang 2024-08 TDGQ" is "/xephang tháng 8/2024 tiến độ". Null = there are no
 * words for it that would be read as the same.
 */
export function createInWords({ indicators, today }: Pick<Services, "indicators" | "today">): InWords {
  function periodWords(period: Period, t: Catalog): string | null {
    const name = t.periods.name(period);
    const [mention, ...others] = findPeriods(name, { today: today() });
    const isSame = mention?.wish.kind === "exact" && mention.wish.period === period;
    return isSame && others.length === 0 ? name : null;
  }

  function indicatorWords(id: string, t: Catalog): string | null {
    const indicator = indicators.get(id);
    const name = indicator ? uncapital(t.figures.indicatorShort(indicator)) : "";
    const [mention] = indicators.mentions(name);
    const isWhole = mention?.start === 0 && mention.end === name.length;
    return isWhole && mention.indicators[0]?.id === id ? name : null;
  }

  function wordsFor(word: string, t: Catalog): string | null {
    if (isPeriod(word)) return periodWords(word, t);
    if (indicators.get(word)) return indicatorWords(word, t);
    return word.startsWith("#") ? null : word;
  }

  return (command, t) => {
    const words = command.split(" ").map((word) => wordsFor(word, t));
    return words.includes(null) ? null : words.join(" ");
  };
}

/** "Tiến độ" → "tiến độ", but "DVC trực tuyến" as it is. */
function uncapital(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
