import type { HelpOn } from "#locales/words/help.ts";
import type { Missed } from "#services/inbound.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { Role } from "#services/refusal.ts";
import type { Table, TextPart } from "#services/reply/text.ts";
import type { GivenRole } from "#services/rights/rights.ts";
import type { DeliveryCounts } from "#services/status.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface ChatCatalog {
  readonly chat: ChatWords;
  readonly rights: RightsWords;
  readonly settings: SettingsWords;
  readonly state: StateWords;
}

type ChatKind = "private" | "group";

/** What is said when something happens to a chat. */
export interface ChatWords {
  /** Words of a question that the answer takes no account of. */
  unused(words: readonly string[]): string;
  /** Under the answer to a sentence: the command it was taken for. */
  taken(command: string): TextPart;
  /** Added again to a group that had put the bot out. */
  back(facts: { home: Unit }): TextPart;
  readonly adminLost: string;
  /** What was asked could not be answered as it was meant; `asked` is "" where it is not known any more. */
  readonly missed: Readonly<Record<Missed, (asked: string) => string>>;
  /** To the group, when a topic that was written to is deleted. */
  readonly topicGone: string;
  /** To operators: a chat asks to use the bot. */
  request(facts: { chat: string; name: string; kind: ChatKind; person: string }): TextPart;
  approved(kind: ChatKind): TextPart;
  /** A dialogue was ended by whoever was asked; a button to go on stands below. */
  readonly stopped: string;
}

export interface RightsWords {
  readonly commands: HelpOn<"quyen">;
  readonly roles: Readonly<Record<Role, string>>;
  /** A role as it is typed in a command. */
  readonly roleTyped: Readonly<Record<GivenRole, string>>;
  readonly title: TextPart;
  operators(ids: readonly string[]): TextPart;
  holder(facts: { person: string; name: string; role: GivenRole; unit: Unit }): TextPart;
  more(count: number): string;
  readonly nobody: string;
  waiting(count: number): TextPart;
  waitingChat(facts: { chat: string; name: string }): TextPart;
  /** How rights are given, taken back and handed out. */
  readonly how: TextPart;
  /** The asker's own rights: a role without units, else the list follows. */
  own(role: string | null): TextPart;
  /** "cán bộ phụ trách xã Cương Chính". */
  role(facts: { role: GivenRole; unit: Unit }): string;
  item(facts: { role: GivenRole; unit: Unit }): string;
  /** The asker's own, by which operators give rights. */
  id(person: string): TextPart;
  readonly enter: string;
  given(facts: { person: string; role: GivenRole; unit: Unit }): TextPart;
  taken(facts: { person: string; items: readonly { role: GivenRole; unit: Unit }[] }): TextPart;
  /** A new one-time code; `until` carries its offset. */
  code(facts: { code: string; until: string; role: GivenRole | "group"; unit: Unit | null }): TextPart;
  bound(facts: { role: GivenRole; unit: Unit }): TextPart;
  readonly groupAdmin: string;
  decided(facts: { state: "approved" | "refused"; again: boolean; chat: string; name: string }): TextPart;
  readonly actions: {
    readonly takeBack: string;
    readonly list: string;
    readonly settings: string;
    readonly approve: string;
    readonly refuse: string;
    approveNamed(name: string): string;
  };
}

export interface SettingsWords {
  readonly commands: HelpOn<"caidat">;
  readonly saved: string;
  title(kind: ChatKind): TextPart;
  /** null = the bot's own. */
  home(unit: Unit | null): TextPart;
  /** This language's own name. */
  readonly ownName: string;
  language(name: string, usual: boolean): TextPart;
  indicator(indicator: Indicator, usual: boolean): TextPart;
  captions(kind: "short" | "long"): TextPart;
  readonly tables: {
    /** The line of the settings. */
    readonly shown: string;
    /** Above and below a table that is sent to be looked at. */
    readonly trial: TextPart;
    readonly isItSeen: TextPart;
    /** Example units of the trial, and what stands above its columns. */
    readonly sample: Table;
    readonly on: TextPart;
    readonly stayOff: TextPart;
    /** Telegram took none: told once. */
    readonly refused: TextPart;
    readonly seen: string;
    readonly unseen: string;
    readonly turnOff: string;
  };
  readonly how: TextPart;
  readonly actions: {
    readonly toShort: string;
    readonly toLong: string;
    readonly toEnglish: string;
    readonly toVietnamese: string;
    readonly toTotal: string;
    readonly area: string;
  };
}

export interface StateWords {
  readonly commands: HelpOn<"trangthai">;
  readonly title: TextPart;
  program(facts: { version: string; since: string }): string;
  channels(channels: readonly { name: string; up: boolean }[]): string;
  store(ms: number): string;
  sheets(count: number): string;
  newest(facts: { scope: Unit; period: Period; version: number; at: string }): string;
  deliveries(counts: DeliveryCounts): string;
  chats(counts: { active: number; gone: number }): string;
  memory(mb: number): string;
  readonly refresh: string;
}
