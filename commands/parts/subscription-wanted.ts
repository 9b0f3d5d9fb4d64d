import type { CommandContext } from "#commands/define-command.ts";
import { joinWords } from "#commands/kit/typed.ts";
import { optionalUnitIn } from "#commands/kit/unit-in.ts";
import { findKinds, type KindsFound } from "#commands/parts/subscription-kinds.ts";
import { cut, type Remainder, remainderOf, wholeWords, words } from "#commands/slots/remainder.ts";
import type { Unit } from "#services/units/unit.ts";

export interface Wanted extends Pick<KindsFound, "kinds" | "isAll"> {
  /** null = none was named. */
  readonly unit: Unit | null;
}

/** "nhận tin xã Lệ Xá cho chị": whatever is subscribed to is heard of. */
const IDLE: readonly RegExp[] = [
  wholeWords("nhan (?:tin|thong tin)(?: nhan)?(?: (?:cua|ve))?"),
  /(?<![\p{L}\d])(?:cho|giup) (?:toi|anh|chi|em|minh|sep)(?: (?:voi|nhe|nha|a))?[\s?!.]*$/u,
];

function withoutMatch(text: Remainder, pattern: RegExp): Remainder {
  const match = pattern.exec(text.folded);
  return match ? cut(text, match) : text;
}

/**
 * What is to be heard of which unit, as typed after a command, in any order. `known` may find the unit first. Rejects
 * with the Refusals of a unit's name, whose actions repeat the kinds.
 */
export async function readWanted(
  text: string,
  { services, asker, calledAs }: Pick<CommandContext<unknown>, "services" | "asker" | "calledAs">,
  known: (name: string) => Unit | null = () => null,
): Promise<Wanted> {
  const { kinds, isAll, typed: named, rest } = findKinds(remainderOf(text));
  const name = words(IDLE.reduce((left, pattern) => withoutMatch(left, pattern), rest));
  const found = name === "" ? null : known(name);
  if (found || name === "") return { kinds, isAll, unit: found };
  const unit = await optionalUnitIn(
    { text: name },
    { services, asker, calledAs: joinWords(calledAs, named) },
  );
  return { kinds, isAll, unit };
}
