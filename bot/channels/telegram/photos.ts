import { InputFile } from "grammy";
import type { Message } from "grammy/types";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import { faultOf } from "#bot/channels/telegram/classify.ts";
import { richPhotoId } from "#bot/channels/telegram/rich.ts";
import type { Picture } from "#services/reply/reply.ts";
import { SendError } from "#services/send-error.ts";

/** File ids live long, but pictures of old versions are seldom asked for again. */
const KEPT_MS = 90 * 24 * 3600_000;

export type PostPhoto = (photo: string | InputFile) => Promise<Message>;

export type Photos = ReturnType<typeof createPhotos>;

/** Pictures on their way out: drawn and uploaded once, then sent by the id Telegram gave them. */
export function createPhotos(memory: ChannelMemory) {
  const keyOf = ({ key }: Picture): string => `file:${key}`;

  return {
    /** Nothing of it need be drawn any more. */
    async isUploaded(picture: Picture): Promise<boolean> {
      return (await memory.recall(keyOf(picture)).catch(() => null)) !== null;
    },

    /** Posts a picture by its file id, or uploads it. Rejects with remedy "text-only" when it cannot be drawn. */
    async post(picture: Picture, post: PostPhoto): Promise<Message> {
      const key = keyOf(picture);
      const known = await memory.recall(key);
      const sent = (known && (await postKnown(known, post))) || (await post(await draw(picture)));
      const fileId = sent.photo?.at(-1)?.file_id ?? richPhotoId(sent);
      if (fileId && fileId !== known) await memory.remember(key, fileId, KEPT_MS);
      return sent;
    },
  };
}

/** Null when Telegram does not know the file id, as after a change of token. */
async function postKnown(fileId: string, post: PostPhoto): Promise<Message | null> {
  try {
    return await post(fileId);
  } catch (error) {
    if (faultOf(error) === "unknown-file") return null;
    throw error;
  }
}

async function draw(picture: Picture): Promise<InputFile> {
  try {
    return new InputFile(await picture.bytes("jpeg"), `${nameOf(picture)}.jpg`);
  } catch (cause) {
    throw new SendError("the picture could not be drawn", { kind: "text-only" }, { cause });
  }
}

function nameOf({ name, key }: Picture): string {
  return name ?? (key.replace(/[^A-Za-z0-9-]+/g, "-").slice(0, 60) || "picture");
}
