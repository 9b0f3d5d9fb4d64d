import type { Photos } from "#bot/channels/telegram/photos.ts";
import type { Logger } from "#services/logger.ts";
import type { Picture, Reply, ReplyFile } from "#services/reply/reply.ts";

/** Replies with their picture drawn and their file written; what many chats are sent is made once. */
export function createReady(photos: Pick<Photos, "isUploaded">, logger: Logger) {
  const pictures = new WeakMap<Picture, Promise<Picture | null>>();
  const files = new WeakMap<ReplyFile, Promise<ReplyFile | null>>();

  async function drawn(picture: Picture): Promise<Picture> {
    if (await photos.isUploaded(picture)) return picture;
    const bytes = await picture.bytes("jpeg");
    return { ...picture, bytes: async (format) => (format === "jpeg" ? bytes : picture.bytes(format)) };
  }

  async function written(file: ReplyFile): Promise<ReplyFile> {
    const bytes = await file.bytes();
    return { ...file, bytes: async () => bytes };
  }

  /** Null when it cannot be made; it is tried anew for the next message. */
  function once<T extends object>(
    known: WeakMap<T, Promise<T | null>>,
    one: T,
    make: (one: T) => Promise<T>,
  ) {
    const making =
      known.get(one) ??
      make(one).catch((err: unknown) => {
        known.delete(one);
        logger.warn({ err }, "A picture or file could not be made; its text goes alone");
        return null;
      });
    known.set(one, making);
    return making;
  }

  return async ({ picture, file, ...words }: Reply): Promise<Reply> => {
    const [shown, attached] = await Promise.all([
      picture ? once(pictures, picture, drawn) : null,
      file ? once(files, file, written) : null,
    ]);
    return { ...words, ...(shown && { picture: shown }), ...(attached && { file: attached }) };
  };
}
