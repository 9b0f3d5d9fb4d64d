import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import { createActs } from "#bot/setup/acts.ts";
import type { House } from "#bot/setup/house.ts";
import { createOperatorCode } from "#bot/setup/operator-code.ts";
import type { Outcome, SetupCatalogs } from "#bot/setup/outcome.ts";
import { KNOCK_PATH } from "#bot/setup/page/paths.ts";
import type { SetupView, Told } from "#bot/setup/page/view.ts";
import { placeOf } from "#bot/setup/place-of.ts";
import { setupRoutes } from "#bot/setup/routes.ts";
import type { SetupSettings } from "#bot/setup/settings.ts";
import { type SetupFacts, stepsOf } from "#bot/setup/steps.ts";
import { createKnock } from "#bot/setup/try-address.ts";
import type { SetupPlatform } from "#locales/words/setup.ts";
import type { Channel } from "#services/channel.ts";
import type { Inbound } from "#services/inbound.ts";
import { lines } from "#services/reply/text.ts";
import type { SetupStep } from "#services/setup-state.ts";

export interface SetupOptions {
  readonly settings: SetupSettings;
  readonly language: string;
  readonly t: SetupCatalogs;
  /** Starts the bot anew with what the settings say now; it calls `open` again when it runs. */
  readonly restart: () => void;
}

/** A page without scripts does not ask. */
const PAGE_LOADS_MS = 5000;

const PLATFORMS: ReadonlySet<string> = new Set<SetupPlatform>(["zalo", "telegram"]);

export type Setup = ReturnType<typeof createSetup>;

/** The set-up of a bot, beside it through every restart. */
export function createSetup({ settings, language, t, restart }: SetupOptions) {
  const words = t.setup;
  const token = randomBytes(16).toString("hex");
  const code = createOperatorCode();
  const knock = createKnock();
  const waiters: (() => void)[] = [];
  const acts = createActs({ settings, knock, knockPath: KNOCK_PATH, t });
  let house: House | null = null;
  let told: Told | null = null;
  let isTested = false;
  let changes = 0;
  let waiting: NodeJS.Timeout | undefined;

  function current(): House {
    if (house === null) throw new Error("the bot does not run yet");
    return house;
  }

  async function view(said: Told | null): Promise<SetupView> {
    const { config, units, answers, chats } = current();
    const known = await chats();
    const shown = said ?? told;
    if (said === null) told = null;
    return {
      ...{ language, words, config, token, answers, chats: known, told: shown },
      steps: stepsOf({ config, tested: isTested }),
      home: homeOf(config.homeScope, units),
      code: code.shown(),
      mark: String(changes),
      hasWebChat: hasWebChat(config),
      placeOf: (unit) => placeOf(unit, units),
    };
  }

  async function take(step: SetupStep, fields: Parameters<typeof acts.take>[1]): Promise<Outcome> {
    const outcome = await acts.take(step, fields, current());
    if (step === "trial" && outcome.kind === "done") isTested = true;
    return outcome;
  }

  /** The page must have all it is made of before nobody answers it; then it asks for the restart by itself. */
  function startSoon(after: Told): void {
    told = after;
    waiting ??= setTimeout(startNow, PAGE_LOADS_MS);
  }

  function startNow(): void {
    clearTimeout(waiting);
    waiting = undefined;
    restart();
  }

  /** Makes whoever sent the code an operator. The restart is not waited for: it waits for this. */
  async function hear(channel: Channel, { chat, sender }: Inbound): Promise<void> {
    const outcome = await acts.addOperator(sender.id, current());
    const isAdded = outcome.kind === "applied";
    await channel
      .send(chat, { text: lines(...(isAdded ? [words.operator.welcome] : outcome.said)), actions: [] })
      .catch(() => undefined);
    if (!isAdded) return;
    told = { step: "operator", outcome, typed: {} };
    startNow();
  }

  const desk = {
    ...{ language, words, token, view, take, takeBack: acts.takeBack, restart: startSoon },
    host: () => current().config.host,
    mark(): string {
      if (waiting) startNow();
      return String(changes);
    },
  };

  return {
    routes: setupRoutes(desk, knock) as Hono,
    take,
    view: (): Promise<SetupView> => view(null),

    /** Starts the bot anew and waits until it runs. */
    async restarted(after: Told): Promise<void> {
      told = after;
      const opened = this.changed();
      startNow();
      await opened;
    },

    /** How far a bot of this configuration is set up. */
    steps: (config: SetupFacts["config"]) => stepsOf({ config, tested: isTested }),

    /** Waits until the bot has been started anew. */
    changed: (): Promise<void> => new Promise((resolve) => waiters.push(resolve)),

    /** Whether a message was the code, sent in private on a platform: nothing else is to be done with it then. */
    async overhear(channel: Channel, inbound: Inbound): Promise<boolean> {
      const canBeCode = inbound.chatKind === "private" && PLATFORMS.has(channel.name);
      if (!canBeCode || !code.takes(inbound.text)) return false;
      await hear(channel, inbound);
      return true;
    },

    /** The bot runs, perhaps anew. */
    open(running: House): void {
      house = running;
      changes += 1;
      for (const wake of waiters.splice(0)) wake();
    },

    /** It did not start with what was written last; `why` is a sentence, or null where there is none. */
    failed(why: string | null): void {
      const said = [words.troubles.restart, ...(why === null ? [] : [why])];
      if (told) told = { ...told, outcome: { kind: "refused", said } };
    },
  };
}

function homeOf(named: string | null, units: House["units"]): SetupView["home"] {
  if (named === null) return null;
  const match = units.find(named);
  return units.get(named) ?? (match.found === "one" ? match.unit : null);
}

function hasWebChat({ webChat, telegram, zalo }: House["config"]): boolean {
  return webChat === "on" || (webChat === "auto" && !telegram && !zalo);
}
