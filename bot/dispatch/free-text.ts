import { type Remainder, remainderOf, without } from "#commands/slots/remainder.ts";
import { findTake } from "#commands/slots/simple-slots.ts";
import { findPeriods } from "#services/periods/parse.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import type { Services } from "#services/services.ts";
import { foldWords } from "#services/text/fold.ts";
import { accentAgreement, splitWords } from "#services/units/spelling.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";

/** Longest name of a unit, in words. */
const UNIT_WORDS = 8;
/** A name is sought among the first so many words: each run of words takes its time. */
const QUESTION_WORDS = 40;

type Intent = "trogiup" | "batdau" | "nguon" | "tonghop" | "xephang";

const INTENTS: readonly (readonly [Intent, RegExp])[] = [
  ["trogiup", /\b(?:tro giup|huong dan|help|lam duoc gi|cach dung)\b/u],
  ["batdau", /^(?:xin )?(?:chao|hello|hi|alo)\b/u],
  ["nguon", /\b(?:nguon|van ban nao|cong van nao|so lieu o dau)\b/u],
  ["tonghop", /\b(?:tong hop|tinh hinh|tong quan|toan canh)\b/u],
  [
    "xephang",
    /\b(?:xep (?:hang|thu|loai)|thu hang|bang|dung (?:dau|cuoi|thu)|dan dau|(?:cao|thap|tot|kem) nhat|nao|top|cuoi)\b/u,
  ],
];

/** "tỉnh nào", "các tỉnh": the country's provinces. */
const PROVINCES = /\b(?:(?:cac|34|63) tinh|tinh(?:,? thanh pho)? nao|ca nuoc|toan quoc)\b/u;
const DEPARTMENTS = /\bso(?:,? (?:ban,? )?nganh)?\b/u;

/** "xếp thứ mấy", "được bao nhiêu điểm": the unit named is meant, not those below it. */
const OF_ITSELF = /\b(?:(?:thu|hang|vi tri) (?:may|bao nhieu|nao)|may diem|bao nhieu diem)\b/u;

/** All that was said: a month, as in a command. */
const NUMBER_ALONE = /^\s*\d{1,2}\s*$/u;

/** What was found in a sentence, each part as it would be typed in a command; empty = not named. */
interface Sentence {
  readonly intent: Intent | null;
  readonly period: string;
  readonly indicator: string;
  readonly take: string;
  readonly kind: string;
  readonly unit: Unit | null;
  readonly wish: PeriodWish | null;
  /** Asked for the place or score of the unit itself. */
  readonly ofItself: boolean;
}

/**
 * The command that a sentence in everyday words amounts to: "tháng 8 xã nào thấp nhất?" is "/xephang cuối 5 tháng 8".
 * null = nothing in it was understood.
 */
export async function commandOf(text: string, services: Services, home: Unit): Promise<string | null> {
  const sentence = await readSentence(text, services, home);
  const { intent, period, indicator, take, kind, unit } = sentence;
  const name = unit ? `#${unit.id}` : "";
  if (await asksForList(sentence, services)) return `/xephang ${take} ${indicator} ${period} ${kind} ${name}`;
  if (unit && (intent === null || intent === "xephang" || !isScope(unit))) return `/xa ${name} ${period}`;
  if (intent)
    return intent === "nguon" || intent === "tonghop" ? `/${intent} ${period} ${name}` : `/${intent}`;
  return period ? `/tonghop ${period}` : null;
}

/** Units are to be ranked, and there are some; else the unit named is meant. */
async function asksForList(sentence: Sentence, services: Services): Promise<boolean> {
  const { intent, indicator, take, unit, ofItself } = sentence;
  if (unit?.id === COUNTRY_ID) return intent === null || intent === "xephang";
  if (unit && (ofItself || !isScope(unit))) return false;
  if (intent !== "xephang" && take === "" && indicator === "") return false;
  return unit === null || !(await hasOnlyItsOwn(unit, sentence, services));
}

async function readSentence(text: string, services: Services, home: Unit): Promise<Sentence> {
  const folded = foldWords(text);
  const whole = remainderOf(text);
  const reading = { today: services.today(), bareNumbers: NUMBER_ALONE.test(text) };
  const mention = findPeriods(whole.text, reading).find(({ compared }) => !compared);
  const [period, afterPeriod] = takeOut(whole, mention);
  const [take, afterTake] = findTake(afterPeriod);
  const [indicator, rest] = takeOut(afterTake, services.indicators.mentions(afterTake.text)[0]);
  const country = PROVINCES.test(rest.folded) ? services.units.get(COUNTRY_ID) : undefined;
  const named = await unitIn(rest.text, services, home);
  const ofItself = OF_ITSELF.test(rest.folded) && named !== null && named.id !== COUNTRY_ID;
  return {
    intent: INTENTS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null,
    period,
    indicator,
    take: take ? `${take.from === "top" ? "top" : "cuối"} ${take.count}` : "",
    kind: DEPARTMENTS.test(rest.folded) ? "sở" : "",
    unit: ofItself ? named : (country ?? named),
    wish: mention?.wish ?? null,
    ofItself,
  };
}

/** Nothing below the unit can be ranked then, but it has figures of its own. */
async function hasOnlyItsOwn(unit: Unit, { wish }: Sentence, { results }: Services): Promise<boolean> {
  const list = await results.ranking({ scope: unit, kind: "areas", period: wish, indicators: [] });
  return "missing" in list && !("missing" in (await results.unit(unit, wish)));
}

/** The words of a mention, and the text without them. */
function takeOut(
  text: Remainder,
  mention: { readonly start: number; readonly end: number } | undefined,
): readonly [string, Remainder] {
  if (!mention) return ["", text];
  return [text.text.slice(mention.start, mention.end), without(text, mention.start, mention.end)];
}

const isScope = ({ kind }: Unit): boolean => kind === "province" || kind === "district" || kind === "country";

/** The unit whose name stands in the sentence, longest name first; only units with data, or of the home scope. */
async function unitIn(text: string, { results, units }: Services, home: Unit): Promise<Unit | null> {
  const preferred = await results.unitsWithData(null);
  const isKnown = (unit: Unit): boolean =>
    unit.parent === home.id || unit.id === home.id || preferred.some((set) => set.has(unit.id));
  for (const words of phrasesOf(text)) {
    const match = units.find(words, { scope: home.id, preferred, exact: true });
    if (match.found !== "one" || !match.exact || !isKnown(match.unit)) continue;
    if (agreesInAccents(words, match.unit)) return match.unit;
  }
  return null;
}

/** In a sentence "văn bản" is no xã Vân Bán; words without accents may be any name. */
function agreesInAccents(phrase: string, unit: Unit): boolean {
  const written = splitWords(phrase);
  return [unit.name, ...unit.aliases]
    .map(splitWords)
    .some((name) => written.some((_, at) => accentAgreement(written.slice(at, at + name.length), name) > 0));
}

/** Runs of words that could be a name, longest first. */
function* phrasesOf(text: string): Generator<string> {
  const words = (text.match(/[\p{L}\d.]+/gu) ?? []).slice(0, QUESTION_WORDS);
  for (let size = Math.min(UNIT_WORDS, words.length); size >= 1; size--) {
    for (let at = 0; at + size <= words.length; at++) {
      const phrase = words.slice(at, at + size).join(" ");
      if (phrase.length > 2) yield phrase;
    }
  }
}
