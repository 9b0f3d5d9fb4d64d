import { lookAtEverything } from "#bot/delivering/heartbeat.ts";
import { createRender } from "#bot/delivering/render.ts";
import type { Charts } from "#services/charts/charts.ts";
import type { ChatId } from "#services/ids.ts";
import { type Period, toPeriod } from "#services/periods/period.ts";
import type { Observation, SourceDocument } from "#services/sheets/sheet.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";
import type { Store } from "#services/store/store.ts";
import type { SubscriptionKind } from "#services/subscriptions/subscription.ts";
import type { Unit } from "#services/units/unit.ts";
import { makeDocument } from "#test/services/sheets/make.ts";
import { chatId } from "#test/support/chat-id.ts";
import { AN, allRows, BINH } from "#test/support/office.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

/** A message as it was owed: to whom, from when on ("" = at once), and its lines but the last, the evidence. */
export interface HeardMessage {
  readonly chat: ChatId;
  readonly notBefore: string;
  readonly lines: readonly string[];
}

/** Figures by unit, then by indicator; a number alone is the total. */
export type Figures = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

export interface PaperFacts {
  /** ISO; by default the paper does not say. */
  readonly asOf?: string;
  /** Replaces the sheet whole; by default it is laid over it. */
  readonly complete?: boolean;
  readonly provisional?: boolean;
  /** As published, of all its figures; by default none is. */
  readonly change?: number;
  /** What the paper says of itself. */
  readonly document?: Partial<SourceDocument>;
}

export interface Timeline extends TestBot {
  readonly scope: Unit;
  unit(name: string): Unit;
  /** The clock moves to a moment of Hà Nội ("2024-09-09 09:00"), and the bot looks. */
  at(moment: string): Promise<void>;
  follow(chat: string, unit: string, ...kinds: readonly SubscriptionKind[]): Promise<void>;
  /** Another paper a call. */
  put(period: string, figures: Figures, facts?: PaperFacts): Promise<void>;
  /** The same, and the bot looks. */
  publish(period: string, figures: Figures, facts?: PaperFacts): Promise<void>;
  /** Types as an operator, in private. */
  order(text: string): Promise<string>;
  /** What was owed since this was asked last, in the order of chats. */
  heard(): Promise<readonly HeardMessage[]>;
}

export interface TimelineOptions {
  readonly now?: string;
  readonly scope?: string;
  readonly store?: Store;
  readonly charts?: Charts;
}

let papers = 0;

/** A bot over an empty store in which time passes only when it is told to. */
export async function startTimeline(options: TimelineOptions = {}): Promise<Timeline> {
  let moment = momentOf(options.now ?? "2024-09-09 09:00");
  const name = options.scope ?? "huyện Tiên Lữ";
  const bot = await startBot({
    empty: true,
    homeScope: name,
    operators: [AN, BINH],
    clock: () => new Date(moment),
    ...(options.store ? { store: options.store } : {}),
    ...(options.charts ? { charts: options.charts } : {}),
  });
  const { services, background } = bot.app;
  const render = createRender(bot.app);
  const scope = found(name, null);
  const known = new Set<string>();
  const look = () => lookAtEverything(background, async (_, __, message) => message);

  function found(text: string, within: string | null): Unit {
    const match = services.units.find(text, within === null ? {} : { within, kinds: ["commune"] });
    if (match.found === "one") return match.unit;
    const draft =
      within && services.units.draft({ parent: within, kind: "commune", name: text, title: "xã" });
    if (!draft) throw new Error(`no unit ${text}`);
    services.units.learn([draft]);
    return draft;
  }

  async function put(period: string, figures: Figures, facts: PaperFacts = {}): Promise<void> {
    papers += 1;
    await services.sheets.publish([draftOf(toPeriod(period), figures, facts)]);
  }

  return {
    ...bot,
    scope,
    unit: (text) => found(text, scope.id),

    async at(when) {
      moment = momentOf(when);
      await look();
    },

    async follow(follower, text, ...kinds) {
      const chat = chatId(follower);
      const all = ["targets", "overdue", "rank"] as const;
      const unit = text === name ? scope : found(text, scope.id);
      const wish = { chat, unit: unit.id, kinds: kinds.length > 0 ? kinds : all, by: chat };
      await services.subscriptions.add(wish);
    },

    put,

    async publish(period, figures, facts = {}) {
      await put(period, figures, facts);
      await look();
    },

    async order(text) {
      return bot.answer(text, { from: AN, chat: AN });
    },

    async heard() {
      const messages: HeardMessage[] = [];
      for (const row of await allRows(bot.store, services.ledger.get)) {
        if (known.has(row.id)) continue;
        known.add(row.id);
        const { text } = await render(row);
        const notBefore = row.notBefore === 0 ? "" : services.local(new Date(row.notBefore)).slice(0, 16);
        messages.push({ chat: row.chat, notBefore, lines: text.text.split("\n").filter(isSaid) });
      }
      return messages;
    },
  };

  function draftOf(period: Period, figures: Figures, facts: PaperFacts): SheetDraft {
    const document = makeDocument(`paper-${papers}`, {
      provisional: facts.provisional ?? false,
      ...facts.document,
    });
    const observations = Object.entries(figures).flatMap(([unit, given]): Observation[] => {
      const values = typeof given === "number" ? { TOTAL: given } : given;
      return Object.entries(values).map(([indicator, value]) => ({
        ...{ unit: found(unit, scope.id).id, indicator, value },
        ...{
          change: facts.change ?? null,
          rank: null,
          of: null,
          source: document.id,
          asOf: facts.asOf ?? null,
        },
      }));
    });
    return { scope: scope.id, period, observations, document, complete: facts.complete ?? false };
  }
}

const momentOf = (text: string): number => Date.parse(`${text.replace(" ", "T")}:00+07:00`);

/** Evidence is the same everywhere, and tested where it is made. */
const isSaid = (line: string): boolean => line !== "" && !/^(?:Chính thức|Tạm tính|\(gửi lại\))/u.test(line);
