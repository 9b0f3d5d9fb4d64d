import type { CommandContext } from "#commands/define-command.ts";
import { GOES_ON, writerOf } from "#commands/take-in/collecting.ts";
import { orRefuse } from "#commands/take-in/or-refuse.ts";
import { previewReply } from "#commands/take-in/preview-message.ts";
import type { ReadingProgress, ReceivedFile, ReceivedPaper } from "#services/documents/document-reader.ts";
import { MAX_BYTES, tooLarge } from "#services/documents/read-document.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import type { SentFile } from "#services/sent-file.ts";
import { shorten } from "#services/text/shorten.ts";

type Context = CommandContext<unknown>;

/** What of a name is shown: one line of a phone. */
const LONGEST_NAME = 60;

/** Reads what was sent as one paper. What is being pasted stays as it is; `unused`: words that came with it. */
export async function takeSent(files: readonly SentFile[], unused: string, context: Context): Promise<Reply> {
  const { services, asker, t, isOneOfSeveral, takesPictures, album } = context;
  const { drafts } = services.intake;
  const writer = writerOf(context);
  const collected = await drafts.collected(writer);
  if (album !== null) await services.intake.forgetAlbum(asker.chat, album);
  const receiving = { album, onProgress: tellPages(context) };
  const preview = await orRefuse(
    fetched(files).then((received) => services.intake.readFile(writer, received, receiving)),
    { isFile: true, expects: () => (collected ? GOES_ON : undefined) },
  );
  const parts = collected?.parts ?? 0;
  if (collected && parts === 0) await drafts.discard(writer);
  const reply = await previewReply(preview, context);
  const isAlone = !isOneOfSeveral || files.length > 1 || asker.chatKind === "private";
  return {
    ...reply,
    text: lines(
      titleOf(files, context),
      unused !== "" && t.chat.unused([shorten(unused, LONGEST_NAME)]),
      reply.text,
      parts > 0 && t.intake.stillCollected(parts),
      !isAlone && t.intake.othersBeside,
      takesPictures && t.intake.onePage,
    ),
    ...(parts > 0 && { expects: GOES_ON }),
  };
}

const tellPages =
  ({ meanwhile, t }: Context) =>
  (progress: ReadingProgress): void =>
    meanwhile({ now: lines(t.intake.reading(progress)), once: lines(t.intake.readingLong(progress)) });

function titleOf(files: readonly SentFile[], { t }: Context): TextPart | false {
  const name = shorten(files[0]?.name ?? "", LONGEST_NAME);
  return files.length > 1 ? t.intake.pages(files.length) : name !== "" && t.intake.file(name);
}

/** What is known to be too large is not fetched at all. Rejects with DocumentRefused. */
async function fetched(files: readonly SentFile[]): Promise<ReceivedPaper> {
  if (files.reduce((sum, { size }) => sum + (size ?? 0), 0) > MAX_BYTES) throw tooLarge();
  const pages: ReceivedFile[] = [];
  for (const { name, bytes } of files) pages.push({ name, bytes: await bytes() });
  return pages;
}
