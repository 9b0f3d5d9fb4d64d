import * as z from "zod";
import { type ChatId, StoredChatId } from "#services/ids.ts";

export type Locale = "vi" | "en";

/** What a chat's admins may set; null = nothing set: the group's where it is a topic, else the bot's own. */
export interface ChatSettings {
  /** Unit whose children are ranked when no scope is named. */
  readonly homeScope: string | null;
  readonly locale: Locale | null;
  /** Id of the indicator ranked on when none is named. */
  readonly indicator: string | null;
  readonly captions: "short" | "long" | null;
  /** Dossiers at which bands of a ranking part, ascending. */
  readonly bands: readonly number[] | null;
  readonly tables: TablesSetting | null;
}

/** asked: a table was sent to see who sees it. shown: somebody there saw it. off: none is to be sent, or none can be. */
export type TablesSetting = "asked" | "shown" | "off";

/** active: it can be written to. left: the bot was put out of the group. blocked: a person wants no messages. */
export type ChatState = "active" | "left" | "blocked";

/** Where a chat stands when `ACCESS=approved`. */
export interface ChatAccess {
  readonly state: "asked" | "approved" | "refused";
  /** Of the last word said about it: the sentence that asks for patience, or the operator's decision. */
  readonly at: string;
  readonly by: string | null;
}

/** All that is kept of a chat. */
export interface ChatRecord extends ChatSettings {
  readonly name: string;
  readonly kind: "private" | "group";
  readonly state: ChatState;
  /** The group that a topic belongs to. */
  readonly group: ChatId | null;
  /** Of a group: its topics that were heard of. */
  readonly topics: readonly ChatId[];
  readonly joinedAt: string | null;
  readonly access: ChatAccess | null;
  /** People who entered an operator's one-time code here: they count as the group's admins. */
  readonly admins: readonly ChatId[];
  /** Who changed a setting last. */
  readonly changed: { readonly by: string; readonly at: string } | null;
}

export const NOTHING_SET: ChatSettings = {
  homeScope: null,
  locale: null,
  indicator: null,
  captions: null,
  bands: null,
  tables: null,
};

export const UNKNOWN_CHAT: ChatRecord = {
  ...NOTHING_SET,
  name: "",
  kind: "private",
  state: "active",
  group: null,
  topics: [],
  joinedAt: null,
  access: null,
  admins: [],
  changed: null,
};

/** What was not kept yet when a record was written is as in an unknown chat. */
const stored = {
  homeScope: z.string().nullable(),
  locale: z.enum(["vi", "en"]).nullable(),
  indicator: z.string().nullable().default(null),
  captions: z.enum(["short", "long"]).nullable().default(null),
  bands: z.array(z.int().positive()).min(1).nullable().default(null),
  tables: z.enum(["asked", "shown", "off"]).nullable().default(null),
  name: z.string().default(""),
  kind: z.enum(["private", "group"]).default("private"),
  state: z.enum(["active", "left", "blocked"]).default("active"),
  group: StoredChatId.nullable().default(null),
  topics: z.array(StoredChatId).default([]),
  joinedAt: z.string().nullable().default(null),
  access: z
    .object({
      state: z.enum(["asked", "approved", "refused"]),
      at: z.string(),
      by: z.string().nullable(),
    })
    .nullable()
    .default(null),
  admins: z.array(StoredChatId).default([]),
  changed: z.object({ by: z.string(), at: z.string() }).nullable().default(null),
};

export const StoredChat: z.ZodType<ChatRecord> = z.object(stored);

/** A record of which a part cannot be read: that part is as in an unknown chat, and the chat goes on. */
export function mendChat(data: unknown): ChatRecord {
  const known = typeof data === "object" && data !== null ? data : {};
  const legible = Object.entries(known).filter(
    ([field, value]) => field in stored && stored[field as keyof typeof stored].safeParse(value).success,
  );
  return StoredChat.parse({ ...UNKNOWN_CHAT, ...Object.fromEntries(legible) });
}

/** A topic's settings, and its group's where it has none of its own. */
export function inherited(own: ChatSettings, group: ChatSettings | null): ChatSettings {
  return {
    homeScope: own.homeScope ?? group?.homeScope ?? null,
    locale: own.locale ?? group?.locale ?? null,
    indicator: own.indicator ?? group?.indicator ?? null,
    captions: own.captions ?? group?.captions ?? null,
    bands: own.bands ?? group?.bands ?? null,
    tables: own.tables ?? group?.tables ?? null,
  };
}
