import type { Message } from "grammy/types";
import { LRUCache } from "lru-cache";

/** The messages of an album come right after one another. */
const REMEMBERED_ALBUMS = 500;

/** Albums come as a message a picture: the first one stands for all. */
export function createAlbums() {
  const firsts = new LRUCache<string, number>({ max: REMEMBERED_ALBUMS });

  return {
    /** Another message of the album stands for this one. */
    isFurther({ chat, media_group_id: album, message_id: id }: Message): boolean {
      if (album === undefined) return false;
      const key = `${chat.id}/${album}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, id);
      return first !== undefined && first !== id;
    },
  };
}
