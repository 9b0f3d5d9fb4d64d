import type { MessageContext, MessageKind } from "#commands/kit/message.ts";
import { anywhere, typed } from "#commands/kit/typed.ts";
import { readOn } from "#commands/parts/broadcast-parts.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { changeGroups } from "#commands/parts/version-changes.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { evidenceOf } from "#services/results/evidence.ts";

export const correction: MessageKind<"correction"> = {
  message: correctionMessage,
  isMadeAnew: false,
  asksDecision: false,
};

/** Units named of one kind of change; the rest is counted, and one press away. */
const NAMED = 6;

/** Kinds of change told; with six names each that is as long as one message may be. */
const TOLD = 12;

/** All that a newer version changed of an older one, before → after. */
async function correctionMessage({ services, t, recipe }: MessageContext<"correction">): Promise<Reply> {
  const { scope: id, period, from, version } = recipe;
  const scope = unitLookup(services.units)(id);
  const [before, after] = await Promise.all([
    services.sheets.version(id, period, from),
    services.sheets.version(id, period, version),
  ]);
  if (!before || !after)
    throw new Error(`versions ${from} and ${version} of ${id} ${period} are not both there`);
  const groups = await changeGroups(before, after, { services, t });
  const isCut = groups.length > TOLD || groups.some(({ items }) => items.length > NAMED);
  const whole = typed("/nguon", period, `so bản ${from} bản ${version}`, anywhere(scope, services, period));
  return {
    text: lines(
      t.messages.correctionTitle({ scope, period }),
      t.messages.replaces({ from, version }),
      ...groups
        .slice(0, TOLD)
        .map(({ head, items }) =>
          t.messages.changes(head, items.slice(0, NAMED), Math.max(0, items.length - NAMED)),
        ),
      groups.length > TOLD && t.messages.moreChanges(groups.slice(TOLD).map(({ head }) => head)),
      isCut && t.messages.wholeList(whole),
      t.evidence.line(evidenceOf([after], after.observations)),
    ),
    actions: [
      ...(isCut ? [[{ label: t.messages.allChanges, command: whole }]] : []),
      readOn(scope, period, services, t),
    ],
  };
}
