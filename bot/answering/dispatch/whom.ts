import { homeMeant } from "#bot/answering/dispatch/home-meant.ts";
import type { Listening } from "#bot/answering/dispatch/listening.ts";
import type { Sentence } from "#bot/answering/dispatch/sentence.ts";
import type { Phrases } from "#commands/kit/phrases.ts";
import type { Subject } from "#services/reply/reply.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

/** With the home where it is meant, without those that others lie in. */
export function namedUnits(
  { units, ofHome, intent, moments }: Sentence,
  listening: Listening,
): readonly Unit[] {
  const { services, home } = listening;
  if (leavesOutWhom({ units, ofHome, intent })) return followed(listening);
  const own = ofHome === null ? [] : [homeMeant(ofHome, home, services.units)];
  const named = [...units, ...own];
  const compares = intent?.phrases?.compares === true;
  const isHalf = compares && named.length < (moments < 2 ? 2 : 1);
  const all = [...(isHalf ? spokenOf(listening) : []), ...named];
  // A name in two eras is two units: "huyện Tiên Lữ tỉnh Hưng Yên" is one place all the same.
  const above = new Set(all.flatMap(({ id }) => services.units.ancestors(id).map(fullName)));
  const lowest = all.filter((unit) => !above.has(fullName(unit)));
  // "so sánh Cương Chính với huyện Tiên Lữ".
  return [...new Set(compares && lowest.length < 2 && moments < 2 ? all : lowest)];
}

/** Something of single units is asked for, and nobody is named. */
const leavesOutWhom = ({ units, ofHome, intent }: Pick<Sentence, "units" | "ofHome" | "intent">): boolean =>
  intent?.phrases?.followsUnits === true && units.length === 0 && ofHome === null;

/** Who is meant then: the units spoken of before, or the one whose list was, else the home. */
function followed({ last, services, home }: Listening): readonly Unit[] {
  const before = last?.about?.units.flatMap((id) => services.units.get(id) ?? []) ?? [];
  return before.length > 0 ? before : [home];
}

/** The units that the answer before was about. */
function spokenOf(listening: Listening): readonly Unit[] {
  const { last, services } = listening;
  if (!last?.about || isAbout(last.about, listening) !== "units") return [];
  return last.about.units.flatMap((id) => services.units.get(id) ?? []);
}

/** Whether an answer was about single units or about the list of a scope. */
export const isAbout = ({ command }: Subject, { commands }: Listening): Phrases["about"] =>
  commands.find(({ name }) => name === command)?.phrases?.about;

/** "Vì sao?" is asked of the period just spoken of. */
export function periodMeant(read: Sentence, listening: Listening): string {
  const about = listening.last?.about;
  const isOfBefore = !read.intent?.phrases?.isOverTime && leavesOutWhom(read);
  return read.period === "" && about && isOfBefore ? about.period : read.period;
}
