import type { PortalConfig } from "#bot/config/config.ts";
import { createRender } from "#bot/delivering/render.ts";
import { localDate } from "#services/periods/calendar.ts";
import { labelOf } from "#services/portal/day-plan.ts";
import { createFakePortal, type FakePortalOptions, fetchOf } from "#test/support/fake-portal/fake-portal.ts";
import type { PortalFaultName } from "#test/support/fake-portal/faults.ts";
import { AN, allRows, BINH } from "#test/support/office.ts";
import { type BotOptions, startBot } from "#test/support/start-bot.ts";

const TIME_ZONE = "Asia/Ho_Chi_Minh";

export interface PortalBotOptions extends Omit<BotOptions, "clock" | "portal" | "now"> {
  /** ISO moment at which the clock begins. */
  readonly now: string;
  readonly config?: Partial<Omit<PortalConfig, "sync">>;
  readonly isOff?: boolean;
  readonly faultOf?: (endpoint: string) => PortalFaultName | null;
  /** Answers of the real portal, given where a request is the one recorded. */
  readonly recorded?: FakePortalOptions["recorded"];
  /** The day whose figures the portal gives; by default yesterday, as it renews them in the night. */
  readonly standsAt?: (day: string) => string;
}

/** The whole bot beside the fake portal, under a clock that only waiting, and the test, moves. */
export async function startPortalBot(options: PortalBotOptions) {
  const { now, config = {}, isOff = false, faultOf, recorded, standsAt = labelOf, ...rest } = options;
  let nowMs = Date.parse(now);
  const clock = () => new Date(nowMs);
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  const portal = createFakePortal({
    standsAt: () => standsAt(localDate(clock(), TIME_ZONE)),
    ...(faultOf ? { faultOf } : {}),
    ...(recorded ? { recorded } : {}),
  });
  const settings = { baseUrl: "http://portal.test", publish: "ask", keepDays: 90, dailyBudget: 40 } as const;
  const access = isOff ? ({ sync: "off" } as const) : ({ sync: "daily", contact: "vp@gialai.test" } as const);
  const bot = await startBot({
    empty: true,
    homeScope: "tỉnh Gia Lai",
    operators: [AN, BINH],
    ...rest,
    clock,
    portal: {
      portal: { ...settings, ...config, ...access },
      portalFetch: fetchOf(portal, pass),
      pause: async (ms) => pass(ms),
    },
  });
  const render = createRender(bot.app);
  const known = new Set<string>();
  return {
    ...bot,
    portal,
    clock,
    pass,
    /** Moves on to a moment of Hà Nội, "2026-11-30 06:00"; never back. */
    goTo(moment: string): void {
      nowMs = Math.max(nowMs, Date.parse(`${moment.replace(" ", "T")}:00+07:00`));
    },
    /** Asks what is to be asked now, and sees to closed periods. */
    async run(): Promise<void> {
      await bot.app.services.portal.run();
      await bot.app.services.closedPeriods.look();
    },
    /** Types as an operator, in private. */
    order: (text: string): Promise<string> => bot.answer(text, { from: AN, chat: AN }),
    /** What was owed since this was asked last, as it would be sent now; of chats whose ids begin so. */
    async owed(chats = ""): Promise<readonly { readonly chat: string; readonly text: string }[]> {
      const rows = (await allRows(bot.store, bot.app.services.ledger.get)).filter(({ id }) => !known.has(id));
      const messages = [];
      for (const row of rows) {
        known.add(row.id);
        if (!row.chat.startsWith(chats)) continue;
        messages.push({ chat: row.chat, text: (await render(row)).text.text });
      }
      return messages;
    },
  };
}
