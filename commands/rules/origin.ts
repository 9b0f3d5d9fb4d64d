import type { CommandContext } from "#commands/define-command.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { ScopedRule } from "#services/alerts/rules.ts";

/** Says which scope set a rule, who did it and when. */
export async function originOf({
  services,
  t,
}: Pick<CommandContext<unknown>, "services" | "t">): Promise<(one: ScopedRule) => string> {
  const holders = await services.rights.holders();
  const unitOf = unitLookup(services.units);
  return ({ scope, by, at }) =>
    t.rules.origin({
      scope: scope === null ? null : unitOf(scope),
      by: holders.find(({ person }) => person === by)?.name ?? "",
      on: at === null ? "" : t.figures.date(services.local(at)),
    });
}
