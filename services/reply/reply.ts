import type { Deed } from "#services/audit/deed.ts";
import type { ChatId } from "#services/ids.ts";
import type { Period } from "#services/periods/period.ts";
import type { Receipt } from "#services/receipt.ts";
import type { ChartSpec } from "#services/reply/chart.ts";
import type { StyledText } from "#services/reply/text.ts";

/** A button that does what typing its command would do, with the presser's rights. */
export interface Action {
  readonly label: string;
  readonly command: string;
}

export type PictureFormat = "jpeg" | "png";

/** A picture drawn when a channel asks for its bytes. Never the only carrier of a figure. */
export interface Picture {
  /** Same key, same pixels: what caches and uploaded-file ids go by. */
  readonly key: string;
  /** What it is drawn from, as plain data: any process draws the same. */
  readonly spec: ChartSpec;
  readonly width: number;
  readonly height: number;
  /** Says the same in words. */
  readonly alt: string;
  /** What it is saved as, without an ending: "Xep-hang-766-2024-08-huyen-Tien-Lu"; left out = nothing is known of it. */
  readonly name?: string;
  /** Rejects when drawing fails; the text goes out all the same. */
  bytes(format: PictureFormat): Promise<Uint8Array>;
}

export interface ReplyFile {
  readonly name: string;
  readonly mediaType: string;
  /** The kept paper that it is a part of: where it is wanted later, it is taken from there and not kept once more. */
  readonly original?: { readonly hash: string; readonly part: number };
  bytes(): Promise<Uint8Array>;
}

/** What an answer is about: a question that leaves something out is understood by it. */
export interface Subject {
  /** Name of the command. */
  readonly command: string;
  /** Unit ids; of a list the one whose units it holds. */
  readonly units: readonly string[];
  /** Those of the list whom the answer names as the ones asked for. */
  readonly named?: readonly string[];
  /** null = it is of no one period. */
  readonly period: Period | null;
  /** Ids, where any was asked for. */
  readonly indicators: readonly string[];
  /** The word for the kind of units listed, as typed; empty = the usual one. */
  readonly kind: string;
  /** Periods that it was set against. */
  readonly against?: readonly Period[];
  /** Places were shown instead of figures. */
  readonly ofPlaces?: true;
}

/** An answer that is of one period. */
export interface DatedSubject extends Subject {
  readonly period: Period;
}

/** Text that is still collected, or a paper that was read, by its code. */
export type Shown = { readonly kind: "draft" } | { readonly kind: "paper"; readonly code: string };

/** An answer as a value; a channel's `encode` turns it into that platform's messages. */
export interface Reply {
  readonly text: StyledText;
  readonly picture?: Picture;
  readonly file?: ReplyFile;
  /** In rows as they should stand under the message. */
  readonly actions: readonly (readonly Action[])[];
  /**
   * The beginning of a command, as "/kiemtra": the next plain words of whoever is answered complete it. Typed alone it
   * must ask for them again.
   */
  readonly expects?: string;
  /** Goes beside a pressed message, which stands on; where nothing but short words, only the presser need see them. */
  readonly beside?: true;
  /** It concerns whoever is answered alone: in a group nobody else sees it where the platform can do so. */
  readonly personal?: true;
  /** Its tables are shown as such even where the chat has not said that it sees them. */
  readonly triesTables?: true;
  /** A button by which whoever asked, or who runs the group, takes the answer back. */
  readonly takeBack?: Action & { readonly askedBy: ChatId };
  readonly about?: Subject;
  /** What was done: it goes into the audit log. */
  readonly deeds?: readonly Deed[];
  /** Commands that turn the page; null = there is none. */
  readonly pages?: { readonly next: string | null; readonly previous: string | null };
  /** It came unasked and is for everybody there: what is pressed on it never takes its place. */
  readonly stands?: true;
  /** Id of a broadcast whose progress is put in this message's place from now on. */
  readonly follows?: string;
  /** What was pasted by the answered person: it is shown anew in this message's place. */
  readonly shows?: Shown;
  /** The message of ours whose place it takes, whatever is answered. */
  readonly replaces?: Receipt;
  /** Code of the refusal, when this answer is one; "ambiguous" for a question back. */
  readonly refused?: string;
}

/** A refusal that asks which of several things was meant: its text ends in a colon, its actions are the things. */
export function asksBack({ refused, text, actions }: Reply): boolean {
  return refused !== undefined && actions.length > 0 && text.text.trimEnd().endsWith(":");
}
