import type { CommandContext } from "#commands/define-command.ts";
import type { Correction } from "#commands/take-in/corrections/read.ts";
import { resolve } from "#commands/take-in/corrections/resolve.ts";
import { unclear } from "#commands/take-in/corrections/unclear.ts";
import { expectMayDecide } from "#commands/take-in/may-store.ts";
import { orRefuse } from "#commands/take-in/or-refuse.ts";
import { previewReply } from "#commands/take-in/preview-message.ts";
import { undo } from "#commands/take-in/taking-back.ts";
import type { Preview } from "#services/intake/preview.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";

type Context = CommandContext<unknown>;

/** Takes what a person says of a paper that waits, and shows it anew. `code`: of the paper; null = the one shown last. */
export async function correct(
  corrections: readonly Correction[],
  code: string | null,
  context: Context,
): Promise<Reply> {
  const isStored = code === null && corrections.length === 1 && corrections[0]?.verb === "undo";
  if (isStored && !(await context.services.intake.waiting(context.asker.chat))) return undo(null, context);
  const preview = await meantBy(code, context);
  await expectMayDecide(preview, context);
  const isUndo = corrections.some(({ verb }) => verb === "undo");
  const renewed = isUndo
    ? await takeBack(corrections, preview, context)
    : await say(corrections, preview, context);
  if (!renewed) throw new Refusal("unknown-paper", {});
  const { corrected, takenBack } = context.t.corrections;
  return previewReply(renewed, context, isUndo ? takenBack : corrected(corrections.length));
}

/** Rejects with the Refusals "unknown-paper" and "no-open-paper". */
async function meantBy(code: string | null, { services, asker }: Context): Promise<Preview> {
  const { intake } = services;
  if (code === null) {
    const latest = await intake.latest(asker.chat);
    if (latest) return latest;
    throw new Refusal("no-open-paper", {});
  }
  const preview = await intake.preview(asker.chat, code);
  if (preview?.code === code) return preview;
  throw new Refusal("unknown-paper", {});
}

/** Alone in its message: what is to be taken back is what was said before. */
async function takeBack(
  [first, ...others]: readonly Correction[],
  preview: Preview,
  { services, asker }: Context,
): Promise<Preview | null> {
  if (first && (others.length > 0 || preview.words.length === 0)) throw unclear(first, "nothing", []);
  return refusing(services.intake.saying.takeBack(asker.chat, preview.code), preview);
}

/**
 * A paper of which nothing could be taken yet is read with its period and scope first; what else is said is of what it
 * says then.
 */
async function say(
  corrections: readonly Correction[],
  preview: Preview,
  context: Context,
): Promise<Preview | null> {
  const { services, asker } = context;
  const isFirst = ({ verb }: Correction): boolean => verb === "period" || verb === "scope";
  const [first, then] = [corrections.filter(isFirst), corrections.filter((one) => !isFirst(one))];
  const isEmpty = preview.plan.extraction.sheets.length === 0;
  const steps = isEmpty && first.length > 0 && then.length > 0 ? [first, then] : [corrections];
  let renewed: Preview | null = preview;
  for (const step of steps) {
    if (!renewed) return null;
    const said = resolve(step, renewed, context);
    const saying = services.intake.saying.say(asker.chat, renewed.code, asker.sender, said);
    renewed = await refusing(saying, renewed);
  }
  return renewed;
}

const refusing = <T>(work: Promise<T>, { name }: Preview): Promise<T> =>
  orRefuse(work, { isFile: name !== "", expects: () => undefined });
