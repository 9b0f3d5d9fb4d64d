export type TextStyle = "bold" | "italic" | "code";

/** A styled part of a text; start and length in UTF-16 units, as Telegram and Zalo count. */
export interface Span {
  readonly start: number;
  readonly length: number;
  readonly style: TextStyle;
}

export interface TableColumn {
  readonly head: string;
  /** Its cells are figures, to stand below each other on the right. */
  readonly isFigure?: true;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  /** A cell for each column. */
  readonly rows: readonly (readonly string[])[];
}

/** Lines that say what a table says; whoever can show tables shows it in their place. */
export interface TabledLines extends Table {
  /** In UTF-16 units, as of a span. */
  readonly start: number;
  readonly length: number;
}

export interface StyledText {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly tables?: readonly TabledLines[];
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

/** Lines of their own, and the table that says the same. */
export function tabled(table: Table, part: TextPart): StyledText {
  const inner = concat(part);
  return { ...inner, tables: [{ ...table, start: 0, length: inner.text.length }] };
}

export const bold = (part: TextPart): StyledText => styled("bold", part);
export const italic = (part: TextPart): StyledText => styled("italic", part);
export const code = (part: TextPart): StyledText => styled("code", part);

export function concat(...parts: readonly TextPart[]): StyledText {
  let whole = "";
  const spans: Span[] = [];
  const tables: TabledLines[] = [];
  for (const part of parts) {
    const piece: StyledText = typeof part === "object" ? part : { text: String(part), spans: [] };
    for (const span of piece.spans) spans.push({ ...span, start: span.start + whole.length });
    for (const table of piece.tables ?? []) tables.push({ ...table, start: table.start + whole.length });
    whole += piece.text;
  }
  return { text: whole, spans, ...(tables.length > 0 && { tables }) };
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
