import type { ChannelMemory } from "#bot/channels/memory.ts";
import { isStaleUpload, toSendError } from "#bot/channels/zalo-oa/classify.ts";
import type { OaClient } from "#bot/channels/zalo-oa/client.ts";
import type { Picture } from "#services/reply/reply.ts";
import { SendError } from "#services/send-error.ts";

/** Zalo keeps uploads for seven days; a day is left for messages that wait for their turn. */
const KEPT_MS = 6 * 24 * 3_600_000;
const MOST_BYTES = 1_000_000;

export type Uploads = ReturnType<typeof createUploads>;

/** Pictures on their way out: uploaded once for all chats they go to, and again when Zalo has thrown them away. */
export function createUploads(client: Pick<OaClient, "uploadPicture">, memory: ChannelMemory) {
  const keyOf = ({ key }: Picture): string => `upload:${key}`;

  async function upload(picture: Picture): Promise<string> {
    const id = await client.uploadPicture(await draw(picture)).catch((error: unknown) => {
      throw notSent(toSendError(error));
    });
    await memory.remember(keyOf(picture), id, KEPT_MS);
    return id;
  }

  return {
    /** Sends a picture by its id. Rejects with remedy "text-only" when there is none to send. */
    async send<T>(picture: Picture, send: (id: string) => Promise<T>): Promise<T> {
      const known = await memory.recall(keyOf(picture));
      if (known === null) return send(await upload(picture));
      return send(known).catch(async (error: unknown) => {
        if (!(error instanceof SendError) || !isStaleUpload(error.cause)) throw error;
        return send(await upload(picture));
      });
    },
  };
}

/** Whatever became of the upload, its message was not sent. */
function notSent(error: SendError): SendError {
  if (error.remedy.kind !== "unknown") return error;
  return new SendError(error.message, { kind: "retry" }, { cause: error.cause, reason: "unreachable" });
}

async function draw(picture: Picture): Promise<Uint8Array> {
  const bytes = await picture.bytes("jpeg").catch((cause: unknown) => {
    throw new SendError("the picture could not be drawn", { kind: "text-only" }, { cause });
  });
  if (bytes.length > MOST_BYTES) {
    throw new SendError(`a picture of ${bytes.length} bytes`, { kind: "text-only" }, { reason: "too-large" });
  }
  return bytes;
}
