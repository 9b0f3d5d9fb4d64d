import { findFileKind, findPaperKind } from "#commands/slots/file-slot.ts";
import { type Remainder, remainderOf, takenOut, words } from "#commands/slots/remainder.ts";
import type { Question } from "#commands/slots/slot.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { findPeriods } from "#services/periods/parse.ts";
import { periodRange } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action } from "#services/reply/reply.ts";
import { foldWords } from "#services/text/fold.ts";
import { fullName, type Unit, type UnitKind } from "#services/units/unit.ts";
import type { FindUnitOptions, UnitMatch } from "#services/units/units.ts";

export interface UnitQuestion extends Question {
  readonly period: PeriodWish | null;
  readonly kind: "scope" | "unit" | "optionalUnit";
}

/**
 * A text is the name of a unit and nothing else, whatever it sounds like: "Nhân Nghĩa" begins like the verb "nhận", and
 * several communes are called so.
 */
export function isUnitName(text: string, { services, home }: Pick<Question, "services" | "home">): boolean {
  return text !== "" && services.units.find(text, { scope: home.id, exact: true }).found !== "none";
}

/** Title words of the command names that stand for `/xa`: "/huyen Mê Linh" is "/xa huyện Mê Linh". */
const TITLES: Readonly<Record<string, string>> = {
  huyen: "huyện",
  quan: "quận",
  thixa: "thị xã",
  tinh: "tỉnh",
  phuong: "phường",
  thitran: "thị trấn",
  dackhu: "đặc khu",
  so: "sở",
};

/** A scope is a unit that has units, when one of them bears the name. */
const SCOPES: readonly UnitKind[] = ["district", "province", "country"];

/** How many units a question back offers. */
const CHOICES = 8;

/** "của Mê Linh" is Mê Linh; "của huyện" is no name at all. */
const nameIn = (rest: Remainder): string => words(rest).replace(/^[Cc]ủa\s(?=\p{Lu})/u, "");

/** "xã này", "phường mình": no name, though a slip of the pen would make one of it. */
const POINTED_AT =
  /^(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|tinh|thanh pho|don vi) (?:nay|do|ay|kia|no|minh|ta|toi|em|nao)$/u;

/** The unit named by what is left of the text. A scope left out is the chat's home; a unit must be named. */
export async function findUnit(rest: Remainder, question: UnitQuestion): Promise<Unit | null> {
  const typed = nameIn(rest);
  if (typed === "") {
    if (question.kind === "scope") return question.home;
    if (question.kind === "optionalUnit") return null;
    throw new Refusal("unit-needed", { command: question.calledAs });
  }
  const options = await findOptions(question);
  const match = bestMatch(typed, question, options);
  if (!isExact(match) && POINTED_AT.test(foldWords(typed)))
    throw new Refusal("unit-needed", { command: question.calledAs });
  if (!isExact(match)) expectOne(typed, rest, question, options);
  if (match.found === "one") return match.unit;

  const other = match.found === "none" ? otherThanUnit(typed, question) : null;
  if (other) throw other;
  const choices = match.found === "several" ? match.units : match.nearest;
  const actions = choices.slice(0, CHOICES).map((unit) => retry(unit, rest, question));
  if (match.found === "several") throw new Refusal("ambiguous", { typed }, actions);
  throw new Refusal("unknown-unit", { typed, near: actions.length > 0 }, actions);
}

/** What stands where a unit would and is a period or a kind of file: the refusal that says so, and not that no unit bears the name. */
function otherThanUnit(typed: string, { services }: UnitQuestion): Refusal | null {
  const rest = remainderOf(typed);
  const left = [findFileKind(rest), findPaperKind(rest)].find(([kind]) => kind !== null)?.[1];
  if (left && words(left) === "") return new Refusal("no-such-file", { typed });
  const periods = findPeriods(typed, { today: services.today(), asked: true });
  const without = periods.reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    typed,
  );
  return periods.length > 0 && !/\p{L}/u.test(without) ? new Refusal("one-period", { typed }) : null;
}

/** Throws the Refusal "one-at-a-time" for names of several units, none of which lies in another. */
function expectOne(typed: string, rest: Remainder, question: UnitQuestion, options: FindUnitOptions): void {
  const { services } = question;
  const { units } = services;
  const matches = typed.split(BETWEEN).map((part) => oneOrScope(part, { ...options, exact: true }, services));
  const named = matches.flatMap((match) => (match.found === "one" ? match.unit : []));
  const areApart = named.every((unit) => !units.ancestors(unit.id).some((above) => named.includes(above)));
  if (named.length < 2 || named.length < matches.length || !areApart) return;
  const actions = named.slice(0, CHOICES).map((unit) => retry(unit, rest, question));
  throw new Refusal("one-at-a-time", { command: question.calledAs }, actions);
}

async function findOptions(question: UnitQuestion): Promise<FindUnitOptions> {
  const { services, period, home } = question;
  const preferred = await services.results.unitsWithData(period);
  const at = period?.kind === "exact" ? { at: periodRange(period.period).end } : {};
  return { scope: home.id, preferred, ...at };
}

function bestMatch(typed: string, question: UnitQuestion, options: FindUnitOptions): UnitMatch {
  const { units } = question.services;
  const byId = /^#(\S+)$/u.exec(typed);
  const known = byId?.[1] === undefined ? undefined : units.get(byId[1]);
  if (known) return { found: "one", unit: known, exact: true };

  const title = TITLES[question.calledAs];
  const titled = title === undefined ? null : units.find(`${title} ${typed}`, options);
  if (titled && titled.found !== "none") return titled;
  const any = units.find(typed, options);
  if (question.kind === "unit") return any;
  const scope = units.find(typed, { ...options, kinds: SCOPES });
  return isSettled(scope, options) || (isExact(scope) && !isSettled(any, options)) ? scope : any;
}

const isExact = (match: UnitMatch): boolean => match.found === "one" && match.exact;

/** The one unit of that name, and it has data. */
function isSettled(match: UnitMatch, { preferred = [] }: FindUnitOptions): boolean {
  return match.found === "one" && match.exact && preferred.some((set) => set.has(match.unit.id));
}

/** The same question with this unit in the place of what was typed. */
function retry(unit: Unit, rest: Remainder, question: UnitQuestion): Action {
  const { units } = question.services;
  const phrase = unitPhrase(unit, units, question.home);
  const parent = units.get(unit.parent ?? "");
  const label =
    parent && parent.kind !== "country" ? `${fullName(unit)}, ${fullName(parent)}` : fullName(unit);
  const others = takenOut(remainderOf(question.text), rest);
  return {
    label,
    command: [`/${question.calledAs}`, phrase, others].filter((word) => word !== "").join(" "),
  };
}

/** What stands between names. */
const BETWEEN =
  /(?<!\s)\s*[,;&+]\s*(?:(?:và|va)\s+)?|(?<!\s)\s+(?:và|va|so với|so voi|với|voi|vs\.?|cùng|cung)\s+/iu;

/**
 * The units named by what is left of the text: "Thụy Lôi, Lệ Xá" are two, "Tiến Thắng, Mê Linh" is one in the other.
 * Rejects as one unit that is not found does.
 */
export async function findUnits(rest: Remainder, question: UnitQuestion): Promise<readonly Unit[]> {
  const named = nameIn(rest);
  const parts = named.split(BETWEEN).filter((part) => part !== "");
  const several = parts.length > 1 ? await eachOf(parts, named, question) : null;
  if (several) return several;
  const unit = await findUnit(rest, question);
  return unit ? [unit] : [];
}

/** null = the whole is one name, or some part is no name. */
async function eachOf(
  parts: readonly string[],
  whole: string,
  { services, home, period }: UnitQuestion,
): Promise<readonly Unit[] | null> {
  const preferred = await services.results.unitsWithData(period);
  const at = period?.kind === "exact" ? { at: periodRange(period.period).end } : {};
  const options = { scope: home.id, preferred, ...at };
  if (services.units.find(whole, { ...options, exact: true }).found === "one") return null;
  const units = new Set<Unit>();
  for (const part of parts) {
    const match = byId(part, services) ?? oneOrScope(part, options, services);
    if (match.found !== "one") return null;
    units.add(match.unit);
  }
  return [...units];
}

/** Of namesakes the one that has units is meant, as in a sentence. */
function oneOrScope(part: string, options: FindUnitOptions, { units }: UnitQuestion["services"]): UnitMatch {
  const any = units.find(part, options);
  return any.found === "several" ? units.find(part, { ...options, kinds: SCOPES }) : any;
}

function byId(part: string, { units }: UnitQuestion["services"]) {
  const unit = part.startsWith("#") ? units.get(part.slice(1)) : undefined;
  return unit && ({ found: "one", unit } as const);
}
