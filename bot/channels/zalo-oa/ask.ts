import { silenceOf } from "#bot/channels/silence.ts";
import { OaRefusal, OaSilence } from "#bot/channels/zalo-oa/faults.ts";
import { type Answer, readAnswer } from "#bot/channels/zalo-oa/wire.ts";
import { NotSent } from "#bot/outgoing/not-sent.ts";
import type { OutgoingFetch, OutgoingRequest } from "#bot/outgoing/outgoing-fetch.ts";
import { parseJson } from "#services/text/parse-json.ts";

export interface Asked extends Omit<OutgoingRequest, "signal"> {
  readonly timeoutMs: number;
}

/** One request, whatever its answer says; `method` names it in errors, which hold no token. Rejects with OaSilence. */
export async function ask(
  fetch: OutgoingFetch,
  method: string,
  url: string,
  { timeoutMs, ...request }: Asked,
): Promise<unknown> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(url, { ...request, redirect: "manual", signal });
    return parseJson(await answer.text());
  } catch (error) {
    throw new OaSilence(method, silenceOf(error, signal), { cause: reasonOf(error) });
  }
}

/** What Zalo answered, where it did what was asked. Rejects with OaRefusal, or OaSilence for what is no answer of its. */
export function accepted(method: string, body: unknown): Answer {
  const answer = readAnswer(body);
  if (!answer) throw new OaSilence(method, "garbage");
  if (answer.error === 0) return answer;
  throw new OaRefusal(method, answer.error, answer.message ?? answer.error_name ?? "");
}

/** Headers hold tokens, and an error may hold its request: only what it says is kept. */
function reasonOf(error: unknown): Error {
  if (error instanceof NotSent) return error;
  return new Error(error instanceof Error ? error.message : "the call failed");
}
