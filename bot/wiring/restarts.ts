export interface RestartsOptions<Bot, Config> {
  /** What the bot would be started with now. */
  readonly next: () => Promise<Config>;
  readonly start: (config: Config, before: Bot) => Promise<Bot>;
  /** Puts back what was written last: the bot does not start with it. */
  readonly revert: (error: unknown) => Promise<void>;
  /** A bot runs in the place of the one before. */
  readonly opened: (bot: Bot) => void;
}

/**
 * A bot that is started anew in its place: all of it is closed and opened again in this process, with the settings as
 * they are then. Where it does not start with those it starts with the ones before; where not even so, `again` rejects.
 */
export function createRestarts<Bot extends { stop(): Promise<void> }, Config>(
  first: Bot,
  { next, start, revert, opened }: RestartsOptions<Bot, Config>,
) {
  let bot: Bot | null = first;
  let turn: Promise<void> = Promise.resolve();
  let isOver = false;

  async function startAnew(before: Bot): Promise<Bot> {
    try {
      return await start(await next(), before);
    } catch (error) {
      await revert(error);
      return start(await next(), before);
    }
  }

  async function once(): Promise<void> {
    if (isOver || bot === null) return;
    const before = bot;
    bot = null;
    await before.stop();
    bot = await startAnew(before);
    opened(bot);
  }

  return {
    /** One after the other. */
    again(): Promise<void> {
      turn = turn.then(once);
      return turn;
    },

    /** Ends what runs, and starts nothing more. */
    async stop(): Promise<void> {
      isOver = true;
      await turn.catch(() => undefined);
      await bot?.stop();
      bot = null;
    },
  };
}
