import type { Paragraph } from "#services/papers/paper.ts";

/** A paragraph of running text. */
export const said = (text: string, look: { bold?: boolean } = {}): Paragraph => ({
  type: "paragraph",
  align: "justified",
  indented: true,
  runs: [{ text, ...look }],
});
