export type DocumentRefusalCode =
  | "empty"
  | "too-large"
  | "too-many-rows"
  | "too-many-columns"
  | "too-many-sheets"
  | "too-much-inside"
  | "too-heavy"
  | "several-files"
  | "unsupported-format"
  | "rtf"
  | "not-text"
  | "damaged"
  | "password"
  | "macros"
  | "suspicious"
  | "too-deep"
  | "damaged-pdf"
  | "too-many-pages"
  | "odd-page"
  | "scanned-pdf"
  | "unreadable-pdf"
  | "damaged-picture"
  | "large-picture"
  | "no-picture-reader"
  | "no-text-seen"
  | "too-old"
  | "not-fetched"
  | "pages-missing"
  | "too-slow"
  | "busy"
  | "not-clean"
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
