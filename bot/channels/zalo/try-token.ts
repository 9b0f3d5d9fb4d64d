import type { TokenTrial } from "#bot/channels/token-trial.ts";
import { faultOf } from "#bot/channels/zalo/classify.ts";
import { createClient } from "#bot/channels/zalo/client.ts";
import { ZaloRefusal } from "#bot/channels/zalo/faults.ts";
import type { OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";
import { proxyTroubleOf } from "#bot/outgoing/proxy-trouble.ts";
import type { TokenTrouble } from "#locales/words/setup.ts";

/** As Zalo Bot Manager gives them out: "12345689:abc-xyz". */
export const ZALO_TOKEN = /\d{5,24}:[\w-]{6,128}/u;

/** Asks Zalo whose token this is; nothing is changed there. */
export async function tryToken(
  token: string,
  { apiRoot, fetch }: { readonly apiRoot: string; readonly fetch: OutgoingFetch },
): Promise<TokenTrial> {
  try {
    const me = await createClient({ token, apiRoot, fetch }).getMe();
    return {
      name: me.display_name || me.account_name || me.id,
      joinsGroups: me.can_join_groups ?? null,
      hearsAll: null,
    };
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
}

function troubleOf(error: unknown): TokenTrouble {
  const proxyTrouble = error instanceof Error ? proxyTroubleOf(error.cause) : null;
  if (proxyTrouble) return proxyTrouble;
  const fault = faultOf(error);
  if (fault === "unauthorized") return "refused";
  if (fault === "flood" || fault === "quota") return "busy";
  return error instanceof ZaloRefusal ? "odd" : "unreachable";
}
