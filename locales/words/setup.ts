import type { HelpOn } from "#locales/words/help.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { SendReason } from "#services/send-error.ts";
import type { SetupStep, StepState } from "#services/setup-state.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface SetupCatalog {
  readonly setup: SetupWords;
}

/** Platforms that a token connects to. */
export type SetupPlatform = "zalo" | "telegram";

/**
 * Why a token is not taken. empty: nothing was typed. shape: what was typed holds no token. refused: the platform does
 * not know it. odd: something else than the platform answered.
 */
export type TokenTrouble =
  | "empty"
  | "shape"
  | "refused"
  | "unreachable"
  | "proxyLogin"
  | "proxyRefusal"
  | "busy"
  | "odd";

/** Why the public address does not lead here, seen from outside. notOurs: another program answers there. */
export type AddressTrouble =
  | "dns"
  | "tls"
  | "noConnection"
  | "timeout"
  | "forbidden"
  | "notOurs"
  | "serverError"
  | "proxyLogin"
  | "proxyRefusal";

/**
 * What else keeps a step from being taken. byMachine: its setting is in the machine's own environment, which counts for
 * more than the file. restart: the bot did not start with it, and runs as before.
 */
export type SetupTrouble =
  | "stale"
  | "byMachine"
  | "unreadable"
  | "unwritable"
  | "restart"
  | "noOffice"
  | "noChat"
  | "quotes";

/** A bot as its platform describes it. */
export interface BotAccount {
  readonly name: string;
  /** Whether it may be in groups; null = the platform does not say. */
  readonly joinsGroups: boolean | null;
  /** Whether it hears all that is said in groups; null = the platform has no such thing. */
  readonly hearsAll: boolean | null;
}

/** What the set-up says, on its page and on the terminal. */
export interface SetupWords {
  readonly commands: HelpOn<"thietlap">;
  /** A line of the command's answer: how far a step is. */
  stepLine(facts: { readonly title: string; readonly state: StepState }): string;
  /** Where the pages are, for whoever sits at the machine. */
  pageAt(address: string): TextPart;
  operationsAt(address: string): TextPart;
  /** There is no set-up page. */
  readonly noPage: string;
  readonly title: string;
  readonly subtitle: string;
  readonly intro: string;
  readonly finished: string;
  /** The page is asked for from elsewhere. */
  readonly elsewhere: string;
  readonly back: string;
  /** The link to the operator's page. */
  readonly operations: string;
  readonly state: Readonly<Record<StepState, string>>;
  readonly applying: { readonly title: string; readonly text: string; readonly go: string };
  readonly saved: string;
  readonly undone: string;
  readonly undo: string;
  readonly steps: Readonly<Record<SetupStep, { readonly title: string; readonly why: string }>>;
  readonly office: {
    readonly label: string;
    readonly example: string;
    readonly save: string;
    now(unit: Unit): string;
    readonly choose: string;
    readonly unknown: string;
    readonly nearest: string;
  };
  readonly channel: {
    readonly how: Readonly<Record<SetupPlatform, readonly string[]>>;
    readonly label: string;
    readonly save: string;
    /** `tail`: the end of the token, all of it that is ever shown again. */
    now(facts: { platform: SetupPlatform; tail: string; answers: boolean }): string;
    connected(facts: BotAccount & { platform: SetupPlatform }): string;
    readonly troubles: Readonly<Record<TokenTrouble, (platform: SetupPlatform) => string>>;
    readonly privacy: {
      readonly title: string;
      readonly text: string;
      readonly heard: string;
      readonly unheard: string;
      readonly command: string;
      readonly question: string;
      readonly mention: string;
    };
  };
  readonly operator: {
    readonly noChannel: string;
    readonly send: string;
    readonly wait: string;
    now(facts: { count: number }): string;
    /** The bot's answer to the code. */
    readonly welcome: string;
  };
  readonly trial: {
    readonly noChannel: string;
    readonly noChats: string;
    readonly label: string;
    readonly save: string;
    /** The message itself. */
    readonly message: string;
    chat(facts: { name: string; platform: string; isGroup: boolean }): string;
    readonly operator: string;
    readonly sent: string;
    readonly unsent: Readonly<Record<SendReason | "unknown", string>>;
  };
  readonly publishing: {
    readonly approvers: { readonly label: string; readonly one: string; readonly two: string };
    readonly portal: {
      readonly label: string;
      readonly off: string;
      readonly ask: string;
      readonly auto: string;
      readonly contact: string;
      readonly hint: string;
    };
    readonly save: string;
    readonly now: string;
  };
  readonly network: {
    readonly proxy: { readonly label: string; readonly hint: string; kept(host: string): string };
    readonly address: { readonly label: string; readonly hint: string };
    readonly webhook: { readonly label: string; readonly hint: string };
    /** Where Zalo is told to post to the address, or to stop. */
    readonly zalo: Readonly<Record<"set" | "delete", { readonly label: string; readonly hint: string }>>;
    readonly picture: { readonly polling: string; readonly webhook: string; readonly bot: string };
    readonly save: string;
    readonly works: string;
    readonly troubles: Readonly<Record<AddressTrouble, string>>;
    readonly proxyTroubles: Readonly<Record<"proxyLogin" | "proxyRefusal" | "unreachable", string>>;
    now(address: string): string;
  };
  readonly backup: {
    readonly folder: { readonly label: string; readonly hint: string };
    readonly at: { readonly label: string };
    readonly keep: { readonly label: string };
    readonly save: string;
    readonly works: string;
    readonly noFolder: string;
    readonly unwritable: string;
  };
  /** Only on the terminal. */
  readonly terminal: {
    readonly intro: string;
    readonly waiting: string;
    readonly number: string;
    readonly noSuch: string;
    readonly end: string;
    /** Another bot runs there already. */
    running(port: number): string;
  };
  readonly troubles: Readonly<Record<SetupTrouble, string>>;
}
