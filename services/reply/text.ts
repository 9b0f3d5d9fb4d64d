export type TextStyle = "bold" | "italic" | "code";

/** A styled part of a text; start and length in UTF-16 units, as Telegram and Zalo count. */
export interface Span {
  readonly start: number;
  readonly length: number;
  readonly style: TextStyle;
}

export interface StyledText {
  readonly text: string;
  readonly spans: readonly Span[];
}

export type TextPart = string | number | StyledText;

/** Template tag: text\`${bold("Tiên Lữ")} · tháng 8\`. */
export function text(strings: TemplateStringsArray, ...parts: readonly TextPart[]): StyledText {
  return concat(...strings.flatMap((piece, i) => (i < parts.length ? [piece, parts[i] ?? ""] : [piece])));
}

export function styled(style: TextStyle, part: TextPart): StyledText {
  const inner = concat(part);
  if (inner.text === "") return inner;
  return { text: inner.text, spans: [{ start: 0, length: inner.text.length, style }, ...inner.spans] };
}

export const bold = (part: TextPart): StyledText => styled("bold", part);
export const italic = (part: TextPart): StyledText => styled("italic", part);
export const code = (part: TextPart): StyledText => styled("code", part);

export function concat(...parts: readonly TextPart[]): StyledText {
  let whole = "";
  const spans: Span[] = [];
  for (const part of parts) {
    const piece = typeof part === "object" ? part : { text: String(part), spans: [] };
    for (const span of piece.spans) spans.push({ ...span, start: span.start + whole.length });
    whole += piece.text;
  }
  return { text: whole, spans };
}

/** Lines joined by a line break; null, undefined and false are left out, an empty string is an empty line. */
export function lines(...parts: readonly (TextPart | null | undefined | false)[]): StyledText {
  return join(
    parts.filter((part): part is TextPart => part !== null && part !== undefined && part !== false),
    "\n",
  );
}

export function join(parts: readonly TextPart[], separator: string): StyledText {
  return concat(...parts.flatMap((part, i) => (i === 0 ? [part] : [separator, part])));
}
