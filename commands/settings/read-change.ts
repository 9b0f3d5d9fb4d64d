import type { CommandContext } from "#commands/define-command.ts";
import { expectScope } from "#commands/kit/expect.ts";
import { optionalUnitIn } from "#commands/kit/unit-in.ts";
import { remainderOf, without } from "#commands/slots/remainder.ts";
import { NOTHING_SET } from "#services/chats/chat.ts";
import type { ChatSettings } from "#services/chats/chats.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Services } from "#services/services.ts";
import { foldWords } from "#services/text/fold.ts";
import type { Unit } from "#services/units/unit.ts";

/** Values that are named by words alone, folded. */
const SPOKEN: readonly (readonly [RegExp, Partial<ChatSettings>])[] = [
  [/^(?:tat ca )?mac dinh$/u, NOTHING_SET],
  [/^(?:ngon ngu )?(?:tieng )?(?:viet|vi|vietnamese)$/u, { locale: "vi" }],
  [/^(?:ngon ngu )?(?:tieng )?(?:anh|en|english)$/u, { locale: "en" }],
  [/^ngon ngu mac dinh$/u, { locale: null }],
  [/^(?:chu thich )?(?:ngan|ngan gon)$/u, { captions: "short" }],
  [/^(?:chu thich )?(?:dai|day du|mac dinh)$/u, { captions: "long" }],
  [/^(?:chi so|xep hang theo) (?:mac dinh|tong hop)$/u, { indicator: null }],
  [/^dia ban mac dinh$/u, { homeScope: null }],
  [/^nhom(?: ho so)? mac dinh$/u, { bands: null }],
];

const INDICATOR = /^(?:chi so|xep hang theo)(?: mac dinh)? /u;
/** "nhóm hồ sơ 500, 2.000". */
const BANDS = /^(?:nhom|moc)(?: nhom)?(?: ho so)? (?<levels>\d[\d., ;va]*)$/u;
/** More bands than that are no groups any more. */
const MOST_LEVELS = 5;
const AREA = /^dia ban /u;

/** The one setting a person typed; null = none was understood. Rejects with the refusals of a unit's name. */
export async function readChange(
  typed: string,
  { services, asker }: Pick<CommandContext<unknown>, "services" | "asker">,
): Promise<Partial<ChatSettings> | null> {
  const words = foldWords(typed);
  const spoken = SPOKEN.find(([pattern]) => pattern.test(words));
  if (spoken) return spoken[1];

  const levels = BANDS.exec(words)?.groups?.levels;
  if (levels !== undefined) return bandChange(levels);
  const tidy = typed.replace(/\s+/gu, " ").trim();
  const named = INDICATOR.exec(words);
  if (named)
    return indicatorChange(services.indicators.find(tidy.slice(named[0].length)), services, asker.home);
  const area = AREA.exec(words);
  if (!area) return null;
  const rest = without(remainderOf(tidy), 0, area[0].length);
  const unit = await optionalUnitIn({ text: tidy, rest }, { services, asker, calledAs: "caidat" });
  return unit && { homeScope: expectScope(unit).id };
}

/** "500, 2.000" → from the least to the most, each once; null = no such levels. */
function bandChange(written: string): Partial<ChatSettings> | null {
  const numbers = written.match(/\d{1,3}(?:\.\d{3})+|\d+/gu) ?? [];
  const levels = [...new Set(numbers.map((one) => Number(one.replaceAll(".", ""))))].sort((a, b) => a - b);
  const isFit = levels.length > 0 && levels.length <= MOST_LEVELS && levels.every((level) => level > 0);
  return isFit ? { bands: levels } : null;
}

/** Of what the words may mean, the one that the home scope's sheets hold, else the likeliest. */
async function indicatorChange(
  meant: readonly Indicator[],
  { sheets }: Services,
  home: Unit,
): Promise<Partial<ChatSettings> | null> {
  const heads = (await sheets.heads()).filter(({ scope }) => scope === home.id);
  const held = new Set(heads.flatMap(({ indicators }) => indicators));
  const indicator = meant.find(({ id }) => held.has(id)) ?? meant[0];
  return indicator ? { indicator: indicator.id === TOTAL ? null : indicator.id } : null;
}
