import * as z from "zod";
import { BackupTrouble } from "#services/backups/backup-trouble.ts";
import { StoredChatId } from "#services/ids.ts";
import { StoredPeriod } from "#services/periods/stored-period.ts";
import { PortalWhy } from "#services/portal/whys.ts";

/** Why pictures and files cannot be fetched from outside: no PUBLIC_BASE_URL, or it does not lead here. */
export type MediaTrouble = "no-address" | "unreachable";

const scope = z.string();
const broadcast = z.string();
const schedule = z.string();
const channel = z.string();
const count = z.number();
/** ISO date. */
const renewedOn = z.string();

/** The facts of each notice, as they are stored; ids are put into words when the message is made. */
const facts = {
  /** Results are in and wait for an approval. */
  draft: z.object({ broadcast }),
  /** Approved once; another person's approval is needed. */
  "one-more": z.object({ broadcast }),
  /** The figures a schedule waited for did not come in time. */
  "no-data": z.object({ schedule, period: StoredPeriod, deadline: z.string() }),
  /** The figures are there, but the bot did not run when the schedule was due. */
  missed: z.object({ schedule, period: StoredPeriod, occurrence: z.string() }),
  /** A rule fired for most of a scope at once: the units were not told. */
  "fell-together": z.object({ batch: z.string() }),
  /** A month's figures are not there, or not of most units, on the day they should be. */
  "no-figures": z.object({ scope, period: StoredPeriod, missing: count, listed: count }),
  /** So many per cent of what a channel's platform lets out this month is used. */
  allowance: z.object({ channel, percent: count, used: count, perMonth: count, renewedOn }),
  /** A broadcast takes more messages on a channel than its platform still lets out this month. */
  held: z.object({ broadcast, channel, needed: count, left: count, renewedOn }),
  /** A channel's pictures and files cannot be fetched from outside. */
  "text-only": z.object({ channel, trouble: z.enum(["no-address", "unreachable"]) }),
  /** A channel's account is refused by its platform until a person mends it. */
  "account-refused": z.object({ channel }),
  /** Something of a channel's account ends by itself: its package, a group's, or tokens that nobody used. */
  "ends-soon": z.object({
    channel,
    what: z.enum(["package", "group", "tokens"]),
    /** Of the package or group; empty for tokens. */
    name: z.string(),
    /** ISO date. */
    on: z.string(),
  }),
  /** The bot is in more groups of a channel than its platform allows. */
  "group-cap": z.object({ channel, chat: StoredChatId, cap: count }),
  /** To whoever handed a post over: somebody has taken it. */
  "handed-over": z.object({ handover: z.string() }),
  /** The portal refused, or what it answered is not believed. */
  portal: z.object({
    trouble: z.enum(["refused", "notBelieved", "opened"]),
    /** ISO date. */
    day: z.string(),
    why: PortalWhy,
    facts: z.array(z.string()).readonly(),
  }),
  /** The store was not backed up, and will not be until somebody sees to it. */
  "backup-failed": z.object({ why: BackupTrouble }),
  /** A closed period's figures of the portal wait for a person. */
  "portal-figures": z.object({ period: StoredPeriod }),
  /** Stored by a version that knows more, or other, notices than this one. */
  unreadable: z.object({}),
};

export type NoticeKind = keyof typeof facts;

export type NoticeFacts<K extends NoticeKind> = Readonly<z.infer<(typeof facts)[K]>>;

/** A sentence of the catalogue with its facts: what operators, or people concerned, are told unasked. */
export type Notice<K extends NoticeKind = NoticeKind> = {
  readonly [N in K]: { readonly notice: N; readonly facts: NoticeFacts<N> };
}[K];

const kind = z.literal("notice");
const of = <N extends NoticeKind>(notice: N) =>
  z.object({ kind, notice: z.literal(notice), facts: facts[notice] });

/** A notice as the recipe of a delivery. One that cannot be read is still a notice: its delivery goes its way. */
export const StoredNotice = z
  .discriminatedUnion("notice", [
    of("draft"),
    of("one-more"),
    of("no-data"),
    of("missed"),
    of("fell-together"),
    of("no-figures"),
    of("allowance"),
    of("held"),
    of("text-only"),
    of("account-refused"),
    of("ends-soon"),
    of("group-cap"),
    of("handed-over"),
    of("portal"),
    of("portal-figures"),
    of("backup-failed"),
    of("unreadable"),
  ])
  .or(
    z
      .object({ kind, notice: z.string() })
      .transform(() => ({ kind: "notice", notice: "unreadable", facts: {} }) as const),
  );
