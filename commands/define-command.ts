import type { Phrases } from "#commands/kit/phrases.ts";
import type { Slot, SlotValues } from "#commands/slots/slot.ts";
import type { Catalog, CommandName } from "#locales/catalog.ts";
import type { CommandHelp, HelpOn } from "#locales/words/help.ts";
import type { ChatSettings, Locale } from "#services/chats/chats.ts";
import type { ChatId } from "#services/ids.ts";
import type { Meanwhile, Ours } from "#services/inbound.ts";
import type { WaitingPaper } from "#services/intake/papers.ts";
import type { Receipt } from "#services/receipt.ts";
import type { Role } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import type { SentFile } from "#services/sent-file.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

/** Who asks, and from where. */
export interface Asker {
  readonly chat: ChatId;
  /** The group where the chat is a topic, else the chat. */
  readonly wholeChat: ChatId;
  readonly chatKind: "private" | "group";
  readonly sender: ChatId;
  readonly senderName: string;
  /** The most the sender may do anywhere. */
  readonly role: Role;
  /** What the sender may do with one unit, by its id. */
  readonly roleIn: (unit: string) => Promise<Role>;
  /** The chat's home scope, or the bot's. */
  readonly home: Unit;
  readonly settings: ChatSettings;
  /** Whether the sender may change what belongs to the chat: its admins in a group, anybody in private. */
  readonly isChatAdmin: () => Promise<boolean>;
  /** Admins of groups are made by operators' codes here: the platform tells of none. */
  readonly adminsByCode: boolean;
  /** Lists can be shown there as tables. */
  readonly showsTables: boolean;
}

/** A message to another chat than the one that asked, in that chat's language. False = it could not be sent. */
export type Tell = (chat: ChatId, message: (t: Catalog) => Reply) => Promise<boolean>;

export type TakeBack = (message: Receipt) => Promise<boolean>;

export interface CommandContext<Values> {
  readonly slots: Values;
  readonly services: Services;
  readonly t: Catalog;
  readonly asker: Asker;
  /** The name it was called by: "xa", "huyen"; empty for a document that was sent without a command. */
  readonly calledAs: string;
  /** `Inbound.id` of what was said; of a correction, that of the message it corrects. */
  readonly message: string;
  /** It was said before, with other words. */
  readonly isEdit: boolean;
  /** The message is as long as the platform allows, so the rest of the text may follow in the next one. */
  readonly mayGoOn: boolean;
  /** What was sent with it, or what it replies to: a file, or pictures that are a paper's pages; empty = nothing. */
  readonly files: readonly SentFile[];
  /** Names the pictures in `files` that were sent at once; null = they are no album. */
  readonly album: string | null;
  /** A paper may be sent here as a file. */
  readonly takesFiles: boolean;
  /** A paper may be sent here as a picture of its one page, not as another file. */
  readonly takesPictures: boolean;
  /** The file came together with others, in messages of their own. */
  readonly isOneOfSeveral: boolean;
  /** Shows how far the answer has come, where it takes long; the answer takes its place. */
  readonly meanwhile: (words: Meanwhile) => void;
  /** The message of ours that was pressed or replied to; null = none was. */
  readonly ours: Ours | null;
  /** Takes a message of ours away; false = it cannot any more. null = the chat's platform cannot. */
  readonly takeBack: TakeBack | null;
  readonly tell: Tell;
  /** The words of a language; null = the bot's own. */
  readonly speak: (locale: Locale | null) => Catalog;
}

/** What an answer is made with, once it is known what was asked. */
export type AnswerContext = Pick<CommandContext<unknown>, "services" | "t" | "asker">;

export interface TakesPapers {
  readonly longest: number;
  /** What plain words say of a paper that waits in the chat, as typed behind its name; null = nothing. */
  readonly hears: (
    text: string,
    waiting: WaitingPaper,
    services: Pick<Services, "units" | "today">,
  ) => string | null;
}

/** A command: data first, one `run`. Knows no channel and holds no sentence. */
export interface Command {
  /** ASCII, without slash. */
  readonly name: CommandName;
  readonly help: (t: Catalog) => CommandHelp;
  /** Other names it is called by. */
  readonly sisters: readonly string[];
  /** They are titles of units, with which sentences begin too: without a slash they call nothing. */
  readonly namesAreTitles?: true;
  /** What is meant for it although its name is left out, where it is all that was typed. */
  readonly takesAlone?: RegExp;
  /** For officers and editors it is asked of the unit the command names, else of the chat's home scope. */
  readonly role: Role;
  /** The command checks the role itself, once it knows which unit it is about. */
  readonly asksItself?: boolean;
  /**
   * It takes papers: words up to so many characters, in private also those too long for a question that came without
   * its name. The words that end a dialogue are its own to hear.
   */
  readonly papers?: TakesPapers;
  /** How everyday sentences ask for it; left out = its name alone calls it. */
  readonly phrases?: Phrases;
  /** May be used in chats that no operator has approved yet. */
  readonly anywhere?: boolean;
  /** What it answers concerns its asker alone: in a group nobody else need see it, nor that it was asked. */
  readonly personal?: boolean;
  /** It changes nothing: asked again after the bot was started anew, it is simply answered. */
  readonly onlyReads?: boolean;
  readonly slots: Readonly<Record<string, Slot>>;
  run(context: CommandContext<Readonly<Record<string, unknown>>>): Promise<Reply>;
}

export interface CommandDefinition<Name extends CommandName, S extends Readonly<Record<string, Slot>>> {
  readonly name: Name;
  /** The words it answers with, where its help stands too. */
  readonly words: (t: Catalog) => { readonly commands: HelpOn<Name> };
  readonly sisters?: readonly string[];
  readonly namesAreTitles?: true;
  readonly takesAlone?: RegExp;
  readonly role: Role;
  readonly asksItself?: boolean;
  readonly papers?: TakesPapers;
  readonly phrases?: Phrases;
  readonly anywhere?: boolean;
  readonly personal?: boolean;
  readonly onlyReads?: boolean;
  readonly slots: S;
  run(context: CommandContext<SlotValues<S>>): Promise<Reply>;
}

/**
 * Makes a command of its definition. The registry takes commands of any slots, so their types are kept for `run` alone.
 *
 * @example
 * export const comparison = defineCommand({
 *   name: "sosanh",
 *   words: (t) => t.comparison,
 *   role: "viewer",
 *   onlyReads: true,
 *   slots: { unit: slot.unit(), period: slot.period() },
 *
 *   async run({ slots, services, t }) {
 *     const again = (word: string): string => typed("/sosanh", word);
 *     const read = await services.results.unit(slots.unit, slots.period);
 *     const view = expectFound(read, { what: "figures", unit: slots.unit, t, again });
 *     return { text: lines(t.comparison.title(view)), actions: [] };
 *   },
 * });
 */
export function defineCommand<Name extends CommandName, S extends Readonly<Record<string, Slot>>>({
  words,
  ...definition
}: CommandDefinition<Name, S>): Command {
  return {
    sisters: [],
    ...definition,
    help: (t) => words(t).commands[definition.name],
    run: (context) => definition.run(context as CommandContext<SlotValues<S>>),
  };
}
