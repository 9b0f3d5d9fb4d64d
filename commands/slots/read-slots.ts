import { type ComparedPeriods, findComparedPeriods } from "#commands/slots/compared-slot.ts";
import { findFileKind, findPaperKind } from "#commands/slots/file-slot.ts";
import { findLimits, type PlacedLimit } from "#commands/slots/limits.ts";
import { limitsBeside } from "#commands/slots/limits-beside.ts";
import { findListed, withoutListing } from "#commands/slots/listed-slots.ts";
import { findNamed, NAMING, NAMING_SEVERAL } from "#commands/slots/naming-slots.ts";
import { type Found, type Remainder, remainderOf, without, words } from "#commands/slots/remainder.ts";
import { findShade } from "#commands/slots/shade-slot.ts";
import {
  findAllPeriods,
  findByVolume,
  findDays,
  findPage,
  findPlace,
  findSum,
} from "#commands/slots/simple-slots.ts";
import type { Question, Slot, SlotKind, Take } from "#commands/slots/slot.ts";
import { findSpanOfTrend } from "#commands/slots/span-slot.ts";
import { findLoneChange, findTakes } from "#commands/slots/takes.ts";
import { isUnitName } from "#commands/slots/unit-slot.ts";
import { findValue } from "#commands/slots/value-slot.ts";
import { findOriginal, findRestoring, findVersion, findVersions } from "#commands/slots/version-slots.ts";
import type { IndicatorMention } from "#services/indicators/indicators.ts";
import { findPeriods } from "#services/periods/parse.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { Services } from "#services/services.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";

interface SlotQuestion extends Question {
  readonly slots: Readonly<Record<string, Slot>>;
}

/**
 * Finds each slot's value by its meaning, whatever the order: period, indicator, take, kind; what is left is a unit.
 * Rejects with a Refusal that says what could not be read.
 */
export async function readSlots(question: SlotQuestion): Promise<Readonly<Record<string, unknown>>> {
  const kinds = new Set<SlotKind>(Object.values(question.slots).map(({ kind }) => kind));
  const values = new Map<SlotKind, unknown>();
  let rest = remainderOf(question.text);
  values.set("words", question.text.trim());

  const find = <T>(kind: SlotKind, finder: (text: Remainder) => Found<T>): void => {
    if (!kinds.has(kind)) return;
    const [value, left] = finder(rest);
    values.set(kind, value);
    rest = left;
  };
  find("page", findPage);
  find("versions", findVersions);
  find("restoring", findRestoring);
  find("original", findOriginal);
  find("allPeriods", findAllPeriods);
  find("version", findVersion);
  find("sum", findSum);
  find("byVolume", findByVolume);
  find("shade", findShade);
  find("file", findFileKind);
  find("paper", findPaperKind);
  find("limits", findLimits);
  find("value", (text) => findValue(text, question.services.today()));
  find("span", findSpanOfTrend);
  find("days", findDays);
  find("period", (text) => findPeriod(text, question));
  find("periods", (text) => findComparedPeriods(text, question.services.today()));
  find("takes", findTakes);
  find("place", findPlace);
  const isName = NAMING_SEVERAL.some((kind) => kinds.has(kind)) && isUnitName(words(rest), question);
  find("indicators", (text) => (isName ? [[], text] : findIndicators(text, question.services)));
  setLimits(values);
  find("takes", (text) => orLoneChange(text, values));
  const takes = (values.get("takes") ?? []) as readonly Take[];
  const listed = kinds.has("kind") ? findListed(rest, takes) : null;
  if (listed) {
    const [{ kind, title, ofCountry }, left] = listed;
    values.set("kind", kind);
    values.set("title", title);
    rest = ofCountry && words(left) === "" ? remainderOf(`#${COUNTRY_ID}`) : left;
  } else if (kinds.has("scope")) rest = withoutListing(rest);

  const compared = values.get("periods") as ComparedPeriods | undefined;
  const period = (values.get("period") ?? compared?.wishes.at(-1) ?? null) as PeriodWish | null;
  for (const kind of NAMING)
    if (kinds.has(kind)) values.set(kind, await findNamed(kind, rest, { ...question, period, kinds }));
  const isNamed = kinds.has("words") || NAMING.some((kind) => kinds.has(kind));
  if (!isNamed && words(rest) !== "") throw new Refusal("not-understood", { typed: words(rest) });
  return Object.fromEntries(
    Object.entries(question.slots).map(([name, { kind }]) => [name, values.get(kind)]),
  );
}

/** What was found of indicators and limits, now that both are known: each limit on what it is set on. */
function setLimits(found: Map<SlotKind, unknown>): void {
  const mentions = (found.get("indicators") ?? []) as readonly IndicatorMention[];
  const limits = (found.get("limits") ?? []) as readonly PlacedLimit[];
  found.set(
    "indicators",
    mentions.map(({ indicators }) => indicators),
  );
  found.set("limits", limitsBeside(limits, mentions));
}

/** What was found, else "tăng" or "giảm" beside an indicator or a limit: where no end of a list is asked for, who changed is. */
function orLoneChange(text: Remainder, found: ReadonlyMap<SlotKind, unknown>): Found<readonly Take[]> {
  const listOf = (kind: SlotKind): readonly unknown[] => (found.get(kind) ?? []) as readonly unknown[];
  const takes = listOf("takes") as readonly Take[];
  const isOfChange = takes.length === 0 && listOf("limits").length + listOf("indicators").length > 0;
  const [change, rest] = isOfChange ? findLoneChange(text) : [null, text];
  return [change ? [change] : takes, rest];
}

/** The first period named; a bare number is a month only beside other words, or for a command that needs no unit. */
function findPeriod(text: Remainder, question: SlotQuestion): Found<PeriodWish | null> {
  const today = question.services.today();
  const named = findPeriods(text.text, { today, asked: true }).find(({ compared }) => !compared);
  if (named) return [named.wish, without(text, named.start, named.end)];
  const needsUnit = Object.values(question.slots).some(({ kind }) => kind === "unit" || kind === "units");
  if (needsUnit && !/\p{L}/u.test(text.text)) return [null, text];
  const bare = findPeriods(text.text, { today, bareNumbers: true })[0];
  return bare ? [bare.wish, without(text, bare.start, bare.end)] : [null, text];
}

/** Said before what is counted: "hồ sơ chưa số hóa". */
const DOSSIERS = /(?<![\p{L}\d])(?:so )?(?:luong )?ho so(?![\p{L}\d])/u;

/** Every indicator named, with what else the words may mean. */
function findIndicators(text: Remainder, services: Services): Found<readonly IndicatorMention[]> {
  const mentions = services.indicators.mentions(text.text);
  if (mentions.length === 0) return [[], text];
  const named = mentions.reduce((left, { start, end }) => without(left, start, end), text);
  const noun = DOSSIERS.exec(named.folded);
  const rest = noun ? without(named, noun.index, noun.index + noun[0].length) : named;
  return [mentions.flatMap(apart), rest];
}

/** Counts that bear one name are different things, and each is asked for: dossiers not digitised at either end. */
function apart(mention: IndicatorMention): readonly IndicatorMention[] {
  const { indicators } = mention;
  const areCounts = indicators.length > 1 && indicators.every(({ measure }) => measure === "count");
  return areCounts ? indicators.map((one) => ({ ...mention, indicators: [one] })) : [mention];
}
