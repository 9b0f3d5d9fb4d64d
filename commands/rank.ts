import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { atVersion } from "#commands/kit/at-version.ts";
import { askedAgain, type RankSlots, rankSlots } from "#commands/rank/asked.ts";
import { rankByTargets } from "#commands/rank/by-targets.ts";
import { rankByVolume } from "#commands/rank/by-volume.ts";
import { rankOne } from "#commands/rank/one.ts";
import { rankPhrases } from "#commands/rank/phrases.ts";
import { rankSeveral } from "#commands/rank/several.ts";

/** Ranks the units of a scope in one period, whole, at its ends, or those within a limit. */
export const rank = defineCommand({
  name: "xephang",
  words: (t) => t.rank,
  sisters: ["bangxephang", "xh"],
  role: "viewer",
  onlyReads: true,
  phrases: rankPhrases,
  slots: rankSlots,

  async run({ slots: asked, ...given }) {
    const { slots, context } = await ofVersion(asked, given);
    const asksOfTargets = slots.limits.some(({ kind }) => kind === "target");
    if (slots.byVolume) return rankByVolume(slots, context);
    if (asksOfTargets) return rankByTargets(slots, context);
    if (slots.indicators.length > 1) return rankSeveral(slots.indicators, slots, context);
    return rankOne(slots, context);
  },
});

/** What was asked, of the version asked for. */
async function ofVersion(
  slots: RankSlots,
  context: AnswerContext,
): Promise<{ readonly slots: RankSlots; readonly context: AnswerContext }> {
  const { version } = slots;
  if (version === null) return { slots, context };
  const again = askedAgain(slots, context);
  const { period, context: of } = await atVersion({ ...slots, version, again }, context);
  return { slots: { ...slots, period }, context: of };
}
