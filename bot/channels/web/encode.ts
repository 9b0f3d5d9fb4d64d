import type { Media } from "#bot/http/media.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import type { Span } from "#services/reply/text.ts";

/** A message as the page gets it. */
export interface WebMessage {
  readonly id: string;
  readonly from: "me" | "bot";
  /** When it was said, in ms since 1970. */
  readonly at: number;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly picture?: {
    readonly url: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
  };
  readonly file?: { readonly url: string; readonly name: string };
  readonly actions: readonly (readonly Action[])[];
}

/** One reply is one message on the page; its picture and file become addresses to fetch them from. */
export function encode(
  reply: Reply,
  { id, at, media }: { id: string; at: number; media: Media },
): WebMessage {
  const { text, picture, file, actions } = reply;
  return {
    id,
    from: "bot",
    at,
    ...text,
    ...(picture && {
      picture: {
        url: media.picture(picture),
        width: picture.width,
        height: picture.height,
        alt: picture.alt,
      },
    }),
    ...(file && { file: { url: media.file(file), name: file.name } }),
    actions,
  };
}
