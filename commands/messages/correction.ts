import type { MessageContext, MessageKind } from "#commands/kit/message.ts";
import { anywhere, typed } from "#commands/kit/typed.ts";
import { readOn } from "#commands/parts/broadcast-parts.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { type ChangeGroup, changeGroups } from "#commands/parts/version-changes.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Reply } from "#services/reply/reply.ts";
import { concat, lines, type TextPart } from "#services/reply/text.ts";
import { evidenceOf } from "#services/results/evidence.ts";

export const correction: MessageKind<"correction"> = {
  message: correctionMessage,
  isMadeAnew: false,
  asksDecision: false,
};

/** Units named of one kind of change; the rest is counted, and one press away. */
const NAMED = 6;

/** UTF-16 units of the lines that name changes: with title and evidence one message of 1,800 on every platform. */
const ROOM = 1_100;

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
  const isWithdrawn = after.observations.length === 0;
  const groups = await changeGroups(before, after, { services, t });
  const { told, left, isCut } = fitted(groups, t);
  const whole = typed("/nguon", period, `so bản ${from} bản ${version}`, anywhere(scope, services, period));
  return {
    text: lines(
      t.messages.correctionTitle({ scope, period }),
      isWithdrawn
        ? t.messages.withdrew(from)
        : t.messages.replaces({ from, version, restores: after.restores }),
      ...told,
      left > 0 && t.messages.moreChanges(left),
      isCut && t.messages.wholeList(whole),
      !isWithdrawn && t.evidence.line(evidenceOf([after], after.observations)),
    ),
    actions: [
      ...(isCut ? [[{ label: t.messages.allChanges, command: whole }]] : []),
      ...(isWithdrawn ? [] : [readOn(scope, period, services, t)]),
    ],
  };
}

/** A line for each kind of change, with as many names as there is room for; `left`: changes of kinds that have no line. */
function fitted(groups: readonly ChangeGroup[], t: Catalog) {
  const told: TextPart[] = [];
  let [left, room, isCut] = [0, ROOM, false];
  for (const group of groups) {
    const found = longestLine(group, room, t);
    if (found) told.push(found.line);
    else left += group.items.length;
    room -= found ? found.length + 1 : 0;
    isCut ||= found?.isWhole !== true;
  }
  return { told, left, isCut };
}

/** The line of a kind that names the most units within `room`; null = not even one. */
function longestLine({ head, items }: ChangeGroup, room: number, t: Catalog) {
  for (let named = Math.min(NAMED, items.length); named > 0; named--) {
    const line = t.messages.changes(head, items.slice(0, named), items.length - named);
    const { length } = concat(line).text;
    if (length <= room) return { line, length, isWhole: named === items.length };
  }
  return null;
}
