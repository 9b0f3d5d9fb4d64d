import type { Context } from "hono";
import * as z from "zod";
import type { ReceivedFile } from "#services/documents/document-reader.ts";
import { MAX_BYTES } from "#services/documents/read-document.ts";
import { parseJson } from "#services/text/parse-json.ts";

/** A file as the page posts it, or pictures that are the pages of one paper. */
export interface PostedPaper {
  readonly id: string;
  readonly files: readonly ReceivedFile[];
}

/** Why it was not taken, as a key of the page's words. */
export type NotTaken = "failed" | "fileTooLarge" | "tooFast";

/** What stands on the first line, before the bytes of all files one after the other. */
const Head = z.object({
  id: z.string().regex(/^[0-9a-f]{16,64}$/),
  files: z
    .array(z.object({ name: z.string().max(1000), size: z.int().nonnegative() }))
    .min(1)
    .max(50),
});

const MAX_HEAD_BYTES = 64 * 1024;
const NEW_LINE = 0x0a;

/** Papers whose bytes are held at once, from their first byte until they are read. */
const MOST_HELD = 4;

/** Counts papers whose bytes are held. */
export function createUploads() {
  let held = 0;

  return {
    /** False = there are too many. Whoever came in leaves. */
    enter(): boolean {
      if (held >= MOST_HELD) return false;
      held += 1;
      return true;
    },
    leave(): void {
      held -= 1;
    },
  };
}

/** The paper of a request; nothing beyond the largest that is taken in is read. */
export async function readPosted({ req }: Context): Promise<PostedPaper | NotTaken> {
  const most = MAX_HEAD_BYTES + MAX_BYTES;
  if (Number(req.header("content-length") ?? 0) > most) return "fileTooLarge";
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of req.raw.body ?? []) {
    size += part.byteLength;
    if (size > most) return "fileTooLarge";
    parts.push(part);
  }
  return paperOf(Buffer.concat(parts, size));
}

function paperOf(body: Buffer): PostedPaper | NotTaken {
  const end = body.subarray(0, MAX_HEAD_BYTES).indexOf(NEW_LINE);
  const head = Head.safeParse(end < 0 ? null : parseJson(body.toString("utf8", 0, end)));
  if (!head.success) return "failed";
  const { id, files } = head.data;
  const bytes = new Uint8Array(body.buffer, body.byteOffset + end + 1, body.length - end - 1);
  if (bytes.length > MAX_BYTES) return "fileTooLarge";
  if (files.reduce((sum, { size }) => sum + size, 0) !== bytes.length) return "failed";
  return { id, files: cut(bytes, files) };
}

function cut(
  bytes: Uint8Array,
  files: readonly { readonly name: string; readonly size: number }[],
): readonly ReceivedFile[] {
  let end = 0;
  return files.map(({ name, size }) => {
    end += size;
    return { name, bytes: bytes.slice(end - size, end) };
  });
}
