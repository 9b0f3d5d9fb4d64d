import type { TextPart } from "#services/reply/text.ts";

/** What these words add to the catalog. */
export interface HelpCatalog {
  readonly help: HelpWords;
}

/** How commands are explained, by their names. The words a command answers with hold its help too. */
export type HelpOn<Name extends string> = Readonly<Record<Name, CommandHelp>>;

export interface CommandHelp {
  /** What it answers, ≤ 60 letters: also the platform's command menu. */
  readonly purpose: string;
  /** "[kỳ] [chỉ số] …". */
  readonly usage: string;
  /** Commands to try, as typed. */
  readonly examples: readonly string[];
}

export interface HelpWords {
  readonly commands: HelpOn<"trogiup">;
  title: TextPart;
  /** One line a command: "/xephang – bảng xếp hạng". */
  command(name: string, help: CommandHelp): string;
  more: string;
  sisters(names: string): string;
  examples: string;
  /** Heads of README's table. */
  readonly table: { readonly command: string; readonly purpose: string; readonly examples: string };
}
