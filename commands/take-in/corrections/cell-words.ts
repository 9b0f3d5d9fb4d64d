import type { CommandContext } from "#commands/define-command.ts";
import type { Correction } from "#commands/take-in/corrections/read.ts";
import { unclear } from "#commands/take-in/corrections/unclear.ts";
import type { Extraction } from "#services/documents/extraction.ts";
import { countOf, decimalOf } from "#services/documents/marks/figures.ts";
import { findPeriods } from "#services/periods/parse.ts";
import { type Period, periodRange } from "#services/periods/period.ts";
import { wishInYear } from "#services/periods/wish.ts";
import { foldWords } from "#services/text/fold.ts";

type Context = Pick<CommandContext<unknown>, "services" | "t">;

export interface CellWords {
  /** The paper's period that they name; null = none is named. */
  readonly period: Period | null;
  /** What they say besides. */
  readonly words: string;
}

/** The period that words between a unit and its figure name. Rejects one that the paper has no figures of. */
export function periodNamed(
  correction: Correction,
  text: string,
  { sheets, doubtful = [] }: Pick<Extraction, "sheets" | "doubtful">,
  { services, t }: Context,
): CellWords {
  const mentions = findPeriods(text, { today: services.today(), asked: true });
  const [mention] = mentions;
  if (!mention) return { period: null, words: text };
  const held = [...new Set([...sheets, ...doubtful].map(({ period }) => period))];
  const meant = held.filter(
    (period) => wishInYear(mention.wish, Number(periodRange(period).end.slice(0, 4))) === period,
  );
  const [period] = meant;
  if (!period || meant.length > 1 || mentions.length > 1)
    throw unclear(correction, "cell-period", (meant.length > 1 ? meant : held).map(t.periods.name));
  return { period, words: `${text.slice(0, mention.start)} ${text.slice(mention.end)}` };
}

/** Words that say nothing of their own between a unit, an indicator and its figure. */
const CONNECTING: ReadonlySet<string> = new Set(
  "la thanh sang tu con co dat duoc cua ho so chi diem muc ty le ti gia tri moi dung phai is to from of the".split(
    " ",
  ),
);

/** Rejects words and figures that are none of the indicator's and would be passed over; its figure so far may stand there. */
export function expectAllUsed(
  correction: Correction,
  words: string,
  held: number | null,
  { services }: Context,
): void {
  const named = services.indicators.mentions(words);
  const beside = named.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    words,
  );
  const left = beside.split(/[\s:=;()“”"'–-]+/u).map((word) => word.replace(/(?<![.,%])[.,%]+$/u, ""));
  const isHeld = (word: string): boolean => held !== null && [decimalOf(word), countOf(word)].includes(held);
  const isOther = (word: string): boolean =>
    /\d/u.test(word) ? !isHeld(word) : named.length > 0 && word !== "" && !CONNECTING.has(foldWords(word));
  if (left.some(isOther)) throw unclear(correction, "more", []);
}
