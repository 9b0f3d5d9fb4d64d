import type { ChatsView, ChatView } from "#bot/operations/view.ts";
import { byUnit } from "#commands/parts/subscription-parts.ts";
import type { ChatRecord } from "#services/chats/chat.ts";
import { type ChatId, channelOf } from "#services/ids.ts";
import type { Services } from "#services/services.ts";
import { fold } from "#services/text/fold.ts";

type Known = readonly [ChatId, ChatRecord];

export interface ChatsAsked {
  /** Part of a name or an id; "" = all. */
  readonly sought: string;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
}

/** Chats that are known, those first that need somebody, then groups by name; with what each hears of. */
export async function readChats(
  { sought, page, perPage }: ChatsAsked,
  services: Services,
): Promise<ChatsView> {
  const all = [...(await services.chats.all())];
  const words = fold(sought);
  const found = all
    .filter(([id, { name }]) => words === "" || fold(name).includes(words) || id.includes(sought.trim()))
    .sort(byNeed);
  const whole = all.filter(([, { group }]) => group === null);
  const active = whole.filter(([, { state }]) => state === "active").length;
  const asking = whole.filter(([, { access }]) => access?.state === "asked").length;
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const at = Math.min(page, pages);
  const shown = await Promise.all(
    found.slice((at - 1) * perPage, at * perPage).map((one) => viewOf(one, services)),
  );
  const gone = whole.length - active;
  return { shown, count: found.length, active, gone, asking, page: at, pages, sought };
}

async function viewOf([id, record]: Known, services: Services): Promise<ChatView> {
  const { name, kind } = record;
  const hears = byUnit(await services.subscriptions.ofChat(id), services);
  return { id, name, kind, platform: channelOf(id), state: stateOf(record), hears };
}

/** A chat that was refused, or waits to be let in, is so whatever else it is. */
function stateOf({ state, access }: ChatRecord): ChatView["state"] {
  return access?.state === "asked" || access?.state === "refused" ? access.state : state;
}

const NEED: Readonly<Record<ChatView["state"], number>> = {
  asked: 0,
  blocked: 1,
  left: 1,
  active: 2,
  refused: 3,
};

function byNeed([a, one]: Known, [b, other]: Known): number {
  return (
    NEED[stateOf(one)] - NEED[stateOf(other)] ||
    Number(other.kind === "group") - Number(one.kind === "group") ||
    one.name.localeCompare(other.name, "vi") ||
    a.localeCompare(b)
  );
}
