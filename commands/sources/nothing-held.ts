import type { AnswerContext } from "#commands/define-command.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { Refusal } from "#services/refusal.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

/** Scopes that are offered instead. */
const OFFERED = 8;

/** The refusal where no figures of a scope's units are held: it names scopes that have some, and offers them. */
export async function nothingHeld(scope: Unit, { services, asker }: AnswerContext): Promise<Refusal> {
  const ids = new Set((await services.sheets.heads()).map((head) => head.scope));
  const others = [...ids].flatMap((id) => services.units.get(id) ?? []).slice(0, OFFERED);
  const actions = others.map((other) => ({
    label: fullName(other),
    command: typed("/nguon", scopeWords(other, asker.home, services)),
  }));
  return new Refusal("no-sources", { unit: scope, others }, actions);
}
