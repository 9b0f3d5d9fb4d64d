import type { Action, Picture, Reply } from "#services/reply/reply.ts";
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
  /** Names of the files that one sent; their bytes are kept nowhere. */
  readonly attached?: readonly string[];
  readonly actions: readonly (readonly Action[])[];
  /** What is pressed on it is answered below it. */
  readonly stands?: true;
}

/** Where the picture and the file of a reply are fetched from; null = it has none, or that has no place. */
export interface Addresses {
  readonly picture: string | null;
  readonly file: string | null;
}

/** One reply is one message on the page; its picture and file become addresses to fetch them from. */
export function encode(
  { text, picture, file, actions, stands }: Reply,
  { id, at, addresses }: { readonly id: string; readonly at: number; readonly addresses: Addresses },
): WebMessage {
  return {
    id,
    from: "bot",
    at,
    ...text,
    ...(picture && addresses.picture !== null && { picture: shown(picture, addresses.picture) }),
    ...(file && addresses.file !== null && { file: { url: addresses.file, name: file.name } }),
    actions,
    ...(stands && { stands }),
  };
}

function shown({ width, height, alt }: Picture, url: string): NonNullable<WebMessage["picture"]> {
  return { url, width, height, alt };
}
