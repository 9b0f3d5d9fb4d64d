import type { Message } from "grammy/types";
import { createLru } from "#services/lru.ts";

/** The messages of an album come right after one another. */
const REMEMBERED_ALBUMS = 500;

/** Albums come as a message a picture, or a file. */
export function createAlbums() {
  const firsts = createLru<string, number>(REMEMBERED_ALBUMS);

  return {
    /** Which message of an album it is; undefined = of none. */
    placeOf({ chat, media_group_id: album, message_id: id }: Message): "first" | "further" | undefined {
      if (album === undefined) return undefined;
      const key = `${chat.id}/${album}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, id);
      return first === undefined || first === id ? "first" : "further";
    },
  };
}
