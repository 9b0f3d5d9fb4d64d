import { type Receipt, SendError } from "#services/channel.ts";
import type { Reply } from "#services/reply/reply.ts";

/** Waits before an answer is tried again, in ms: so long somebody still waits for it. */
const WAITS_MS: readonly number[] = [1_000, 5_000, 20_000];

/**
 * Sends an answer, again where it did not go. What perhaps went is sent once more, as words alone: twice is better than
 * never, and a picture that took too long would again. Rejects as the last try did; `rest` waits so many ms.
 */
export async function insist(
  send: (reply: Reply) => Promise<Receipt>,
  reply: Reply,
  rest: (ms: number) => Promise<void>,
): Promise<Receipt> {
  for (const wait of WAITS_MS) {
    try {
      return await send(reply);
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      if (error.remedy.kind === "unknown") return rest(wait).then(() => send(wordsOf(reply)));
      if (!passes(error)) throw error;
    }
    await rest(wait);
  }
  return send(reply);
}

/** A token that is refused will be refused in a minute too. */
function passes({ remedy, reason }: SendError): boolean {
  return remedy.kind === "retry" && reason !== "unauthorized";
}

function wordsOf({ picture: _, ...words }: Reply): Reply {
  return words;
}
