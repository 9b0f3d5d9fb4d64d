import { slice, split } from "#bot/channels/split.ts";
import type { TextStyleRange } from "#bot/channels/zalo/wire.ts";
import { join, type StyledText, type TextStyle } from "#services/reply/text.ts";

/** Zalo allows 2,000 "characters" and does not say of what kind: this many UTF-16 units are fewer of any. */
export const PART_LIMIT = 1800;
/** Of a caption whose text goes on below the picture: its first lines. */
export const SHORT_CAPTION = 400;

/** One message to send. Zalo documents no styles for captions. */
export type Outgoing =
  | { readonly kind: "text"; readonly text: string; readonly styles: readonly TextStyleRange[] }
  | { readonly kind: "photo"; readonly photo: string; readonly caption: string };

/** What one reply says: its own text, then what stands below it; `photo` is an address. */
export interface Saying {
  readonly text: StyledText;
  readonly below: readonly StyledText[];
  readonly photo: string | null;
}

/** Messages in order: a picture and a text that fits under it are one. */
export function encode({ text, below, photo }: Saying): readonly Outgoing[] {
  const whole = join([text, ...below].map(trimEnd).filter(isSaid), "\n\n");
  const first = photo !== null && whole.text.length > PART_LIMIT ? SHORT_CAPTION : PART_LIMIT;
  const parts = split(whole, first, PART_LIMIT).map(trimEnd).filter(isSaid);
  if (photo === null) return parts.map(textMessage);
  const [caption, ...rest] = parts;
  return [{ kind: "photo", photo, caption: caption?.text ?? "" }, ...rest.map(textMessage)];
}

function textMessage(part: StyledText): Outgoing {
  return { kind: "text", text: part.text, styles: stylesOf(part) };
}

/** Commands and codes stay plain: what is to be typed needs no emphasis. */
const STYLES: Readonly<Record<TextStyle, string | null>> = { bold: "b", italic: "i", code: null };

function stylesOf({ spans }: StyledText): readonly TextStyleRange[] {
  return spans.flatMap(({ start, length, style }) => {
    const name = STYLES[style];
    return name === null || length === 0 ? [] : [{ start, len: length, st: [name] }];
  });
}

const isSaid = ({ text }: StyledText): boolean => text !== "";

function trimEnd(part: StyledText): StyledText {
  return slice(part, 0, part.text.trimEnd().length);
}
