import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { expectChatAdmin } from "#commands/kit/expect.ts";
import { readChange } from "#commands/settings/read-change.ts";
import { tables, tablesWish } from "#commands/settings/tables.ts";
import { slot } from "#commands/slots/slot.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { ChatSettings } from "#services/chats/chats.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { USUAL_LEVELS } from "#services/results/volume-bands.ts";

/** Shows or sets what holds in a chat: home scope, language, default indicator, captions. */
export const settings = defineCommand({
  name: "caidat",
  words: (t) => t.settings,
  sisters: ["settings"],
  role: "viewer",
  slots: { wish: slot.words() },

  async run(context) {
    const { slots, services, t, asker, speak } = context;
    if (slots.wish === "") return card(context, asker.settings, t, t.settings.how);
    const wish = tablesWish(slots.wish);
    if (wish) return tables(wish, context);
    const change = await readChange(slots.wish, context);
    if (!change) throw new Refusal("unknown-setting", { typed: slots.wish });
    await expectChatAdmin(asker);

    await services.chats.change(asker.chat, change, asker.sender);
    const now = await services.chats.settings(asker.chat);
    const deed = { kind: "setting-changed", about: asker.chat } as const;
    return { ...card(context, now, speak(now.locale), null), deeds: [deed] };
  },
});

/** The settings as they stand; `how` = how to change them, null = just changed. */
function card(
  { services, asker, speak }: Pick<CommandContext<unknown>, "services" | "asker" | "speak">,
  { homeScope, locale, indicator, captions, bands, tables: asTables }: ChatSettings,
  t: Catalog,
  how: TextPart | null,
): Reply {
  const home = services.units.get(homeScope ?? "") ?? null;
  const ranked = services.indicators.get(indicator ?? TOTAL);
  return {
    text: lines(
      how === null && t.settings.saved,
      t.settings.title(asker.chatKind),
      t.settings.home(home),
      t.settings.language(speak(locale).settings.ownName, locale === null),
      ranked && t.settings.indicator(ranked, indicator === null),
      t.settings.captions(captions ?? "long"),
      t.bands.setting(bands ?? USUAL_LEVELS, bands === null),
      asTables === "shown" && t.settings.tables.shown,
      how,
    ),
    actions: actionsOf({ locale: speak(locale).locale, indicator, captions, tables: asTables }, t),
  };
}

/** Each button sets the other value. */
function actionsOf(
  now: Pick<ChatSettings, "locale" | "indicator" | "captions" | "tables">,
  t: Catalog,
): Action[][] {
  const { toShort, toLong, toEnglish, toVietnamese, toTotal, area } = t.settings.actions;
  return [
    [
      now.captions === "short"
        ? { label: toLong, command: "/caidat chú thích đầy đủ" }
        : { label: toShort, command: "/caidat chú thích ngắn" },
      now.locale === "en"
        ? { label: toVietnamese, command: "/caidat tiếng Việt" }
        : { label: toEnglish, command: "/caidat tiếng Anh" },
    ],
    [
      { label: area, command: "/diaban" },
      ...(now.tables === "shown" ? [{ label: t.settings.tables.turnOff, command: "/caidat bảng tắt" }] : []),
      ...(now.indicator === null ? [] : [{ label: toTotal, command: "/caidat chỉ số mặc định" }]),
    ],
  ];
}
