import { TELEGRAM_TOKEN, tryToken as tryTelegram } from "#bot/channels/telegram/try-token.ts";
import { tokenIn } from "#bot/channels/token-trial.ts";
import { tryToken as tryZalo, ZALO_TOKEN } from "#bot/channels/zalo/try-token.ts";
import type { House } from "#bot/setup/house.ts";
import { type Outcome, refused, type SetupCatalogs, written } from "#bot/setup/outcome.ts";
import type { SetupSettings } from "#bot/setup/settings.ts";
import type { SetupPlatform } from "#locales/words/setup.ts";

const platforms = {
  zalo: { shape: ZALO_TOKEN, tryToken: tryZalo, variable: "ZALO_BOT_TOKEN" },
  telegram: { shape: TELEGRAM_TOKEN, tryToken: tryTelegram, variable: "TELEGRAM_BOT_TOKEN" },
} as const;

/** Tries the token in what was pasted, and keeps it when its platform knows it. It is never said again. */
export async function connectChannel(
  platform: SetupPlatform,
  pasted: string,
  { fetch }: Pick<House, "fetch">,
  settings: Pick<SetupSettings, "change" | "preview">,
  t: SetupCatalogs,
): Promise<Outcome> {
  const { troubles, connected } = t.setup.channel;
  const { shape, tryToken, variable } = platforms[platform];
  const token = tokenIn(pasted, shape);
  if (typeof token !== "string") return refused(troubles[token.trouble](platform));
  const planned = await settings.preview({ [variable]: token });
  if ("unwritten" in planned) return written(planned.unwritten, [], t);
  const trial = await tryToken(token, { apiRoot: planned.config[platform]?.apiRoot ?? "", fetch });
  if ("trouble" in trial) return refused(troubles[trial.trouble](platform));
  return written(
    await settings.change(platform, { [variable]: token }),
    [connected({ platform, ...trial })],
    t,
  );
}
