import { slice, split } from "#bot/channels/split.ts";
import type { Content } from "#bot/channels/zalo-oa/client.ts";
import { join, type StyledText } from "#services/reply/text.ts";

/** Zalo allows 2,000 characters and does not say of what kind; broken mentions add some. */
const PART_LIMIT = 1800;
/** Of a text that goes on below its picture: its first lines. */
const SHORT_CAPTION = 400;

/** A text as messages take it, the first short where a picture stands above one that does not fit under it. */
export function partsOf(texts: readonly StyledText[], hasPicture: boolean): readonly string[] {
  const whole = join(texts.map(trimEnd).filter(isSaid), "\n\n");
  const first = hasPicture && whole.text.length > PART_LIMIT ? SHORT_CAPTION : PART_LIMIT;
  const parts = split(whole, first, PART_LIMIT).map(trimEnd).filter(isSaid);
  return parts.map(({ text }) => ringingNobody(text));
}

export function withPicture(attachmentId: string, text: string | undefined): Content {
  const element = { media_type: "image", attachment_id: attachmentId } as const;
  const payload = { template_type: "media", elements: [element] } as const;
  return { ...(text === undefined ? {} : { text }), attachment: { type: "template", payload } };
}

export function ofFile(token: string): Content {
  return { attachment: { type: "file", payload: { token } } };
}

/** `[@<id>]` in a text rings the person or the whole group: what documents and people wrote must not. */
function ringingNobody(text: string): string {
  return text.replaceAll("[@", "[ @");
}

const isSaid = ({ text }: StyledText): boolean => text !== "";

function trimEnd(part: StyledText): StyledText {
  return slice(part, 0, part.text.trimEnd().length);
}
