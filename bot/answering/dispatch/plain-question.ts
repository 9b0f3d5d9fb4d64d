import type { Sentence } from "#bot/answering/dispatch/sentence.ts";
import { isSingle } from "#commands/kit/phrases.ts";
import { isMissing } from "#services/results/views.ts";
import type { Services } from "#services/services.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";

/**
 * The command of a question that no other one is asked for by: a ranking, the card of units, or a month's summary. Units
 * are named by their ids. null = nothing that can be answered.
 */
export async function plainQuestion(sentence: Sentence, services: Services): Promise<string | null> {
  const { period, units, indicators, ofItself, intent, whichWay } = sentence;
  const names = namesOf(units);
  if (whichWay && intent === null && units.length > 0) return `/visao ${names} ${indicators} ${period}`;
  if (asksOfUnits(sentence)) return `/xa ${names} ${indicators} ${period} ${ofItself ? "thứ mấy" : ""}`;
  if (await asksForList(sentence, services)) return listCommand(sentence);
  if (intent !== null) return `/${intent.name} ${period} ${scopeNames(sentence)}`;
  if (units.length > 0) return `/xa ${names} ${period}`;
  return period === "" ? null : `/tonghop ${period}`;
}

/** Units as they are typed. */
export const namesOf = (units: readonly Unit[]): string => units.map(({ id }) => `#${id}`).join(", ");

/** The same, with the country where it is meant. */
export const scopeNames = (sentence: Sentence): string =>
  namesOf(sentence.units) || (sentence.ofCountry ? `#${COUNTRY_ID}` : "");

/** Units of which none has units of its own, several, or the place of one are asked for. */
function asksOfUnits({ units, ofItself }: Sentence): boolean {
  const [unit, ...others] = units;
  if (!unit) return false;
  return others.length > 0 || isSingle(unit) || (ofItself && unit.id !== COUNTRY_ID);
}

/** A ranking as a command. */
function listCommand(sentence: Sentence): string {
  const { takes, limits, sum, byVolume, indicators, period, kind, units, ofCountry, page } = sentence;
  const scope = ofCountry ? `#${COUNTRY_ID}` : (units[0] && `#${units[0].id}`) || "";
  // "nhất, 6 tháng đầu năm": six is no number of units.
  const ends = /\D$/u.test(takes) && indicators === "" && /^\d/u.test(period) ? `${takes},` : takes;
  return `/xephang ${sum ? "tổng" : ""} ${byVolume} ${limits} ${ends} ${indicators} ${page} ${period} ${kind} ${scope}`;
}

/** Units are to be ranked, and there are some; else the unit named is meant. */
async function asksForList(sentence: Sentence, services: Services): Promise<boolean> {
  const { intent, indicators, takes, limits, byVolume, units, ofCountry, kind } = sentence;
  if (ofCountry) return intent === null || intent.phrases?.isEveryday === true;
  if (!intent?.phrases?.isEveryday && `${takes}${limits}${byVolume}${indicators}${kind}` === "") return false;
  const [unit] = units;
  return unit === undefined || indicators !== "" || !(await hasOnlyItsOwn(unit, sentence, services));
}

/** Nothing below the unit can be ranked then, but it has figures of its own. */
async function hasOnlyItsOwn(unit: Unit, { wish }: Sentence, { results }: Services): Promise<boolean> {
  const list = await results.ranking({ scope: unit, kind: "areas", period: wish, indicators: [] });
  return isMissing(list) && !isMissing(await results.unit(unit, wish));
}
