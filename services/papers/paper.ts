import type { Picture } from "#services/reply/reply.ts";

/**
 * A paper as an office sends it, whatever file it becomes: what stands on its pages, never how a program draws it. A
 * writer for each kind of file makes bytes of it.
 */
export interface Paper {
  /** What programs show for it. */
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Points of running text. */
  readonly size: number;
  readonly sections: readonly PaperSection[];
}

/** Begins on a page of its own. */
export interface PaperSection {
  readonly landscape: boolean;
  readonly blocks: readonly PaperBlock[];
}

export type PaperBlock = Letterhead | Paragraph | PaperTable | PaperPicture | SignatureBlock;

/** Who writes, on the left; the nation, its motto, place and day on the right. */
export interface Letterhead {
  readonly type: "letterhead";
  /** The office above the one that writes; null = it is not named. */
  readonly superior: string | null;
  readonly issuer: string;
  readonly nation: string;
  readonly motto: string;
  /** "Số: ……/UBND-……"; null = the paper has none. */
  readonly number: string | null;
  /** What a letter without a title is about, under its number; null = its title stands below. */
  readonly about: string | null;
  readonly placeAndDay: string | null;
}

export type Alignment = "left" | "centre" | "right" | "justified";

/** Text in one look. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export interface Paragraph {
  readonly type: "paragraph";
  readonly runs: readonly Run[];
  readonly align: Alignment;
  /** Its first line begins further in. */
  readonly indented?: boolean;
  /** It stands on the page of what follows. */
  readonly keep?: boolean;
  /** It heads what follows: 1 = a part of the paper, 2 = a part of that. */
  readonly level?: 1 | 2;
  /** Points, where they are not those of running text. */
  readonly size?: number;
}

export interface PaperTable {
  readonly type: "table";
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Points. */
  readonly size: number;
}

export interface PaperColumn {
  readonly head: string;
  /** Its part of the table's width, against those of the other columns. */
  readonly share: number;
  readonly align: Alignment;
}

/** Empty where nothing is known; `attention`: it falls short, which words beside it say too. */
export interface PaperCell {
  readonly text: string;
  readonly attention?: boolean;
}

/** As wide as the text, never higher than a page. */
export interface PaperPicture {
  readonly type: "picture";
  /** Millimetres at most, where it leaves room for other blocks. */
  readonly most?: number;
  readonly picture: Pick<Picture, "alt" | "width" | "height" | "bytes">;
}

/** Who receives the paper on the left, who signs it on the right; names and stamps are left to people. */
export interface SignatureBlock {
  readonly type: "signature";
  readonly receiversHead: string;
  readonly receivers: readonly string[];
  readonly signer: readonly string[];
  readonly name: string;
}

/** In millimetres. Source: Nghị định 30/2020/NĐ-CP, annex I: A4; 20–25 above and below, 30–35 left, 15–20 right. */
export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;

/** Width of the text of a page, in millimetres. */
export const textWidth = ({ landscape }: Pick<PaperSection, "landscape">): number =>
  (landscape ? PAGE.height : PAGE.width) - PAGE.left - PAGE.right;

/** The same upwards. */
export const textHeight = ({ landscape }: Pick<PaperSection, "landscape">): number =>
  (landscape ? PAGE.width : PAGE.height) - PAGE.top - PAGE.bottom;

/** Millimetres of a picture that keeps its shape within the text, and within a height where one is given. */
export function pictureSize(
  { width, height }: Pick<Picture, "width" | "height">,
  section: Pick<PaperSection, "landscape">,
  most: number = textHeight(section),
): { readonly width: number; readonly height: number } {
  const scale = Math.min(textWidth(section) / width, most / height);
  return { width: width * scale, height: height * scale };
}
