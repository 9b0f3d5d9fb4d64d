import { LINE } from "#services/charts/layout/text-fit.ts";
import type { Font } from "#services/charts/layout/typeface.ts";

/** A line of text standing on its baseline; `x` is its left edge, right edge or middle. */
export interface TextBox {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly align: "left" | "right" | "center";
  readonly font: Font;
  readonly color: string;
  readonly width: number;
}

/** A sign the font has not, drawn as a path around its middle. */
export interface Mark {
  readonly shape: "dot" | "ring" | "half" | "bar" | "dashes" | "up" | "down";
  readonly x: number;
  readonly y: number;
  /** Width in pixels. */
  readonly size: number;
  readonly color: string;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Row {
  readonly top: number;
  readonly bottom: number;
}

/** Something drawn under the words. */
export type Shape =
  | { readonly kind: "box"; readonly box: Box; readonly color: string }
  | {
      readonly kind: "line";
      readonly points: readonly Point[];
      readonly color: string;
      readonly dashed: boolean;
      /** In pixels; a chart's line by default. */
      readonly width?: number;
    }
  | {
      /** Rings filled where an odd number of them lies round a point, so that one in another is a hole. */
      readonly kind: "area";
      readonly rings: readonly (readonly Point[])[];
      /** null = only its edge is drawn. */
      readonly color: string | null;
      readonly edge: { readonly color: string; readonly width: number };
      /** Nothing is drawn outside. */
      readonly within?: Box;
    };

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A picture in the picture. */
export interface Inset {
  readonly box: Box;
  /** Base64. */
  readonly png: string;
}

/** Where everything of a picture stands, before a pixel is drawn. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly TextBox[];
  readonly marks: readonly Mark[];
  /** In the order they are drawn. */
  readonly shapes?: readonly Shape[];
  readonly insets?: readonly Inset[];
  /** Where the axis is: its left and right ends are the axis' bounds. */
  readonly plot: Box;
  readonly rows: readonly Row[];
  /** The hair line above the footer. */
  readonly rule: number;
}

/** Whatever a part of a layout adds to the picture. */
export interface Block {
  readonly texts: readonly TextBox[];
  readonly marks: readonly Mark[];
  readonly bottom: number;
}

/** The room a line of text takes, with its marks above and below. */
export function boxOf(text: TextBox): Box {
  const left = leftOf(text);
  const top = text.baseline - text.font.size;
  return { left, top, right: left + text.width, bottom: top + text.font.size * LINE };
}

/** The baseline that puts text optically in the middle: half the height of a capital (0.71) below it. */
export const centredOn = (middle: number, size: number): number => Math.round(middle + size * 0.355);

function leftOf({ x, width, align }: TextBox): number {
  if (align === "left") return x;
  return align === "right" ? x - width : x - width / 2;
}
