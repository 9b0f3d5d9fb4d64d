import type { CommandContext } from "#commands/define-command.ts";
import { orRefuse } from "#commands/take-in/or-refuse.ts";
import { previewReply } from "#commands/take-in/preview-message.ts";
import type { Collected, Writer } from "#services/intake/drafts.ts";
import { LONGEST_PAPER, partOf } from "#services/intake/parts.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";

type Context = CommandContext<unknown>;

/** What is typed next belongs to the document. */
export const GOES_ON = "/nhap";

/** Asks for the text, or says what there is of it already. */
export async function begin(context: Context): Promise<Reply> {
  const { services, asker, takesFiles, takesPictures, t } = context;
  const collected = await services.intake.drafts.begin(writerOf(context));
  if (collected.parts > 0) return received(collected, context);
  const isGroup = asker.chatKind === "group";
  return {
    text: lines(t.intake.ask({ takesFiles, takesPictures }), isGroup && t.intake.howInGroup),
    actions: [],
    expects: GOES_ON,
  };
}

/** A text that is whole is read at once; a part is kept until the others are there. */
export async function take(text: string, context: Context): Promise<Reply> {
  const { services, calledAs, mayGoOn, message } = context;
  const { intake } = services;
  const part = partOf(message, text);
  const writer = writerOf(context);
  const isAlone = calledAs !== "" && !mayGoOn && (await intake.drafts.collected(writer)) === null;
  if (isAlone) return previewReply(await pasted(intake.readWhole(writer, part)), context);
  const collected = await pasted(intake.drafts.add(writer, part));
  if (!collected.fits) throw tooLong(context);
  return received(collected, context);
}

/** A correction takes the place of what its message said; null = it is part of nothing that was pasted. */
export async function amend(text: string, context: Context): Promise<Reply | null> {
  const { services, message, t } = context;
  const part = partOf(message, text);
  const amendment = await pasted(services.intake.amendments.amend(writerOf(context), part));
  if (amendment === null) return null;
  if (amendment.outcome === "stored") throw new Refusal("edit-of-stored", {});
  if (amendment.outcome === "too-long") throw tooLong(context);
  const place = amendment.shownIn ? { replaces: amendment.shownIn } : {};
  if (amendment.outcome === "read") {
    const above = t.intake.replaced(amendment);
    return { ...(await previewReply(amendment.preview, context, above)), ...place };
  }
  const { at, collected } = amendment;
  const words = t.intake.replacedWhileCollecting({ ...collected, at });
  return { ...collecting(words, context), ...place };
}

export async function readCollected(context: Context): Promise<Reply> {
  const preview = await pasted(context.services.intake.readCollected(writerOf(context)));
  if (!preview) throw new Refusal("nothing-collected", {}, [], GOES_ON);
  return previewReply(preview, context);
}

export async function stop(context: Context): Promise<Reply> {
  const { services, t } = context;
  await services.intake.drafts.discard(writerOf(context));
  return { text: lines(t.intake.discarded), actions: [] };
}

function received({ parts, length }: Collected, context: Context): Reply {
  const { calledAs, t } = context;
  const isOffered = calledAs === "" && parts === 1;
  return collecting(t.intake.received({ parts, length, isOffered }), context);
}

function collecting(words: TextPart, context: Context): Reply {
  const { asker, t } = context;
  return {
    text: lines(words, asker.chatKind === "group" && t.intake.howInGroup),
    actions: [actionsOf(context)],
    expects: GOES_ON,
    shows: { kind: "draft" },
  };
}

const tooLong = (context: Context): Refusal<"paper-too-long"> =>
  new Refusal("paper-too-long", { limit: LONGEST_PAPER }, actionsOf(context), GOES_ON);

function actionsOf({ t }: Context): readonly Action[] {
  return [
    { label: t.intake.actions.read, command: "/nhap đọc" },
    { label: t.intake.actions.discard, command: "/nhap bỏ" },
  ];
}

/** Where nobody has time to read it, it is kept to be read later. */
const pasted = <T>(work: Promise<T>): Promise<T> =>
  orRefuse(work, { isFile: false, expects: (reason) => (reason === "busy" ? GOES_ON : undefined) });

export const writerOf = ({ asker }: Context): Writer => ({ chat: asker.chat, person: asker.sender });
