import { badRequest } from "#test/support/fake-telegram/api-error.ts";
import type { Payload } from "#test/support/fake-telegram/body.ts";
import type { World } from "#test/support/fake-telegram/world.ts";

/** What the Bot API lets a bot download (core.telegram.org/bots/api#getfile). */
const MOST_BYTES = 20 * 1024 * 1024;

/** Gives out a path for a file; each time another one, as paths do not last. */
export function getFile(world: World, payload: Payload) {
  const id = String(payload.file_id);
  const file = world.files.get(id);
  if (!file) throw badRequest("wrong file_id or the file is temporarily unavailable");
  if (file.bytes.length > MOST_BYTES) throw badRequest("file is too big");
  const path = `${file.kind}s/file_${world.paths.size + 1}`;
  world.paths.set(path, id);
  return { file_id: id, file_unique_id: `u${id}`, file_size: file.bytes.length, file_path: path };
}

/** The bytes at a path; null = it is none, or holds no more. */
export function download(world: World, path: string): Uint8Array | null {
  const id = world.paths.get(path);
  return (id !== undefined && world.files.get(id)?.bytes) || null;
}
