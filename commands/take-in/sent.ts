import type { CommandContext } from "#commands/define-command.ts";
import { GOES_ON, writerOf } from "#commands/take-in/collecting.ts";
import { orRefuse } from "#commands/take-in/or-refuse.ts";
import { previewReply } from "#commands/take-in/preview-message.ts";
import type { ReceivedFile } from "#services/documents/document-reader.ts";
import { MAX_BYTES, tooLarge } from "#services/documents/read-document.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { SentFile } from "#services/sent-file.ts";
import { shorten } from "#services/text/shorten.ts";

type Context = CommandContext<unknown>;

/** What of a name is shown: one line of a phone. */
const LONGEST_NAME = 60;

/** Reads a file that was sent. What is being pasted stays as it is; `unused`: words that came with the file. */
export async function takeFile(file: SentFile, unused: string, context: Context): Promise<Reply> {
  const { services, asker, t, isOneOfSeveral } = context;
  const { drafts } = services.intake;
  const writer = writerOf(context);
  const collected = await drafts.collected(writer);
  const preview = await orRefuse(
    fetched(file).then((received) => services.intake.readFile(writer, received)),
    { isFile: true, expects: () => (collected ? GOES_ON : undefined) },
  );
  const parts = collected?.parts ?? 0;
  if (collected && parts === 0) await drafts.discard(writer);
  const reply = await previewReply(preview, context);
  const isAlone = !isOneOfSeveral || asker.chatKind === "private";
  return {
    ...reply,
    text: lines(
      file.name !== "" && t.intake.file(shorten(file.name, LONGEST_NAME)),
      unused !== "" && t.chat.unused([shorten(unused, LONGEST_NAME)]),
      reply.text,
      parts > 0 && t.intake.stillCollected(parts),
      !isAlone && t.intake.othersBeside,
    ),
    ...(parts > 0 && { expects: GOES_ON }),
  };
}

/** A file known to be too large is not fetched at all. Rejects with DocumentRefused. */
async function fetched(file: SentFile): Promise<ReceivedFile> {
  if (file.size !== null && file.size > MAX_BYTES) throw tooLarge();
  return { name: file.name, bytes: await file.bytes() };
}
