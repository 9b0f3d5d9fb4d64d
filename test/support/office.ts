import { lookAtEverything } from "#bot/delivering/heartbeat.ts";
import { createRender } from "#bot/delivering/render.ts";
import type { TellProgress } from "#services/broadcasts/progress.ts";
import type { Delivery } from "#services/delivery/delivery.ts";
import { type Period, toPeriod } from "#services/periods/period.ts";
import type { Reply } from "#services/reply/reply.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import { keysUnder, type Store } from "#services/store/store.ts";
import type { Unit } from "#services/units/unit.ts";
import { makeDocument, makeDraft } from "#test/services/sheets/make.ts";
import { type SayOptions, startBot, type TestBot } from "#test/support/start-bot.ts";

export const AN = "test:an";
export const BINH = "test:binh";

export interface OfficeOptions {
  readonly now: string;
  readonly approvers?: 1 | 2;
  /** Another process over the same store. */
  readonly beside?: Office;
  /** What another process's clock is ahead by, in ms. */
  readonly aheadMs?: number;
  /** Time passes by itself: from this moment on, or from where `setClock` puts it. */
  readonly isLive?: boolean;
  /** Rings for deliveries just owed. */
  readonly ring?: () => Promise<void>;
}

/** A bot of the district of Tiên Lữ with two operators, in which time passes only when it is told to. */
export interface Office extends TestBot {
  readonly clock: () => Date;
  readonly scope: Unit;
  setClock(moment: string): void;
  /** Publishes totals by commune name; another document each time. */
  publish(totals: Readonly<Record<string, number>>, facts?: PublishFacts): Promise<readonly Sheet[]>;
  /** One look at publications, schedules and progress. */
  look(tell?: TellProgress): Promise<void>;
  /** Types a command as an operator, in private. */
  order(text: string, from?: string): Promise<Reply>;
  /** Subscribes groups to the month's results. */
  subscribe(...chats: readonly string[]): Promise<void>;
  /** All that is in the ledger, in the order of ids. */
  rows(): Promise<readonly Delivery[]>;
  /** The messages owed to a chat, as they would be sent, in the order of their causes. */
  owed(chat: string): Promise<readonly Reply[]>;
}

export interface PublishFacts {
  readonly period?: Period;
  readonly provisional?: boolean;
}

let papers = 0;

export async function startOffice(options: OfficeOptions): Promise<Office> {
  let moment = options.isLive ? Date.now() : Date.parse(options.now);
  let setAt = Date.now();
  const { beside, approvers = 1, aheadMs = 0 } = options;
  const clock = () => new Date(moment + aheadMs + (options.isLive ? Date.now() - setAt : 0));
  const bot = await startBot({
    empty: true,
    homeScope: "huyện Tiên Lữ",
    operators: [AN, BINH],
    approvers,
    clock,
    ...(options.ring ? { ring: options.ring } : {}),
    ...(beside ? { store: beside.store } : {}),
  });
  const { services, background } = bot.app;
  const render = createRender(bot.app);
  const match = services.units.find("huyện Tiên Lữ");
  if (match.found !== "one") throw new Error("no district of Tiên Lữ");
  const scope = match.unit;
  const rows = () => allRows(bot.store, services.ledger.get);
  const office: Office = {
    ...bot,
    scope,
    clock,
    rows,
    setClock: (now) => {
      moment = Date.parse(now);
      setAt = Date.now();
    },
    publish(totals, { period = toPeriod("2024-08"), provisional = false } = {}) {
      papers += 1;
      const values = Object.entries(totals).map(([name, value]) => [idOf(name), value] as const);
      const document = makeDocument(`paper-${papers}`, { provisional });
      return services.sheets.publish([
        makeDraft(Object.fromEntries(values), { scope: scope.id, period, document, complete: true }),
      ]);
    },
    look: (tell = async (_, __, message) => message) => lookAtEverything(background, tell),
    async order(text, from = AN) {
      const reply = await bot.say(text, { from, chat: from });
      if (!reply) throw new Error(`no answer to ${text}`);
      return reply;
    },
    async subscribe(...chats) {
      for (const chat of chats) await bot.say("/dangky kết quả tháng", { ...group(chat), isChatAdmin: true });
    },
    async owed(chat) {
      const own = (await rows()).filter((row) => row.chat === chat);
      return Promise.all(own.map(render));
    },
  };
  return office;

  function idOf(name: string): string {
    const found = services.units.find(name, { within: scope.id });
    if (found.found !== "one") throw new Error(`no commune ${name}`);
    return found.unit.id;
  }
}

export function group(chat: string): SayOptions {
  return { chat, chatKind: "group", chatName: `Nhóm ${chat.slice("test:".length)}`, from: "test:member" };
}

/** Commands of the actions under a reply. */
export function commandsOf(reply: Reply | undefined): readonly string[] {
  return reply?.actions.flat().map(({ command }) => command) ?? [];
}

/** All that is in the ledger, in the order of ids. */
export async function allRows(
  store: Store,
  get: (id: string) => Promise<Delivery | null>,
): Promise<readonly Delivery[]> {
  const prefix = "deliveries/rows/";
  const entries = await store.list(keysUnder(prefix));
  const found = await Promise.all(entries.map(({ key }) => get(key.slice(prefix.length))));
  return found.filter((row) => row !== null);
}
