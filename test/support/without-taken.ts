/** An answer without its last line, which says what command a sentence was taken for. */
export const withoutTaken = (answer: string | undefined): string | undefined =>
  answer?.replace(/\nBot hiểu là: \/[^\n]+$/u, "");
