import { createClient, type ZaloClient } from "#bot/channels/zalo/client.ts";
import { recordedAnswer } from "#test/bot/channels/zalo/recorded.ts";

export const TOKEN = "12345689:abc-xyz";

export interface Asked {
  readonly url: string;
  readonly body: unknown;
}

/** A client whose every call gets this recorded answer, and what it asked. */
export function clientAnswered(
  name: string,
  status = 200,
): ZaloClient & { readonly asked: readonly Asked[] } {
  return clientGiven(() => new Response(recordedAnswer(name), { status }));
}

/** A client over a network that does as told. */
export function clientGiven(answer: () => Response): ZaloClient & { readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  const fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
    asked.push({ url: String(url), body: JSON.parse(String(init?.body)) });
    return answer();
  };
  return { ...createClient({ token: TOKEN, fetch }), asked };
}
