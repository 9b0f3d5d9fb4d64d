import { HttpError } from "grammy";
import { createApi } from "#bot/channels/telegram/api.ts";
import { faultOf } from "#bot/channels/telegram/classify.ts";
import type { TokenTrial } from "#bot/channels/token-trial.ts";
import type { OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";
import { proxyTroubleOf } from "#bot/outgoing/proxy-trouble.ts";
import type { TokenTrouble } from "#locales/words/setup.ts";

/** As BotFather gives them out: "123456789:AA…". */
export const TELEGRAM_TOKEN = /\d{5,16}:[\w-]{30,64}/u;

/** Asks Telegram whose token this is; nothing is changed there. */
export async function tryToken(
  token: string,
  { apiRoot, fetch }: { readonly apiRoot: string; readonly fetch: OutgoingFetch },
): Promise<TokenTrial> {
  try {
    const me = await createApi({ token, apiRoot, fetch }).getMe();
    return {
      name: `${me.first_name} (@${me.username})`,
      joinsGroups: me.can_join_groups,
      hearsAll: me.can_read_all_group_messages,
    };
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
}

function troubleOf(error: unknown): TokenTrouble {
  const proxyTrouble = error instanceof HttpError ? proxyTroubleOf(error.error) : null;
  if (proxyTrouble) return proxyTrouble;
  const fault = faultOf(error);
  if (fault === "unauthorized") return "refused";
  if (fault === "flood") return "busy";
  return fault === "unreached" || fault === "unanswered" ? "unreachable" : "odd";
}
