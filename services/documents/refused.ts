export type DocumentRefusalCode =
  | "empty"
  | "too-large"
  | "too-many-rows"
  | "unsupported-format"
  | "not-text"
  | "too-slow"
  | "busy"
  | "classified";

/** A file that is not taken in, and why; nothing of it is kept. Words for each code are in `locales/`. */
export class DocumentRefused extends Error {
  override readonly name = "DocumentRefused";
  readonly code: DocumentRefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
  constructor(code: DocumentRefusalCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(`document refused: ${code}`);
    this.code = code;
    this.facts = facts;
  }
}
