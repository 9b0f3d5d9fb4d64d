import type { Receipt } from "#services/receipt.ts";
import type { Reply } from "#services/reply/reply.ts";
import { SendError } from "#services/send-error.ts";

/** Waits before an answer is tried again, in ms; longer where the platform asks for more. */
const WAITS_MS: readonly number[] = [1_000, 5_000, 20_000];
/** After so long in all an answer is given up: nobody waits for it any more. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Sends an answer, and tries again where it did not arrive. Where nobody knows whether it arrived, it is sent once more
 * as words alone: twice is better than never, and a picture that took too long would do so again. Rejects with what the
 * last try rejected with. `rest` waits for so many ms.
 */
export async function retryReply(
  send: (reply: Reply) => Promise<Receipt>,
  reply: Reply,
  rest: (ms: number) => Promise<void>,
): Promise<Receipt> {
  let waited = 0;
  for (const usual of WAITS_MS) {
    try {
      return await send(reply);
    } catch (error) {
      const wait = waitAfter(error, usual);
      waited += wait ?? 0;
      if (wait === null || waited > PATIENCE_MS) throw error;
      await rest(wait);
      if (mayHaveGone(error)) return send(wordsOf(reply));
    }
  }
  return send(reply);
}

/** How long to wait before the next try, in ms; null = another try cannot help. */
function waitAfter(error: unknown, usual: number): number | null {
  if (!(error instanceof SendError) || !(passes(error) || mayHaveGone(error))) return null;
  return Math.max(usual, error.retryAfterMs ?? 0);
}

function mayHaveGone(error: unknown): boolean {
  return error instanceof SendError && error.remedy.kind === "unknown";
}

/** The cause may pass by itself. A refused token does not: it will be refused in a minute too. */
function passes({ remedy, reason }: SendError): boolean {
  return remedy.kind === "retry" && reason !== "unauthorized";
}

function wordsOf({ picture: _, ...words }: Reply): Reply {
  return words;
}
