import { readFileSync } from "node:fs";

/** What somebody says, and what it means. */
export interface Utterance {
  /** "apart": never tuned on. */
  readonly set: "tuned" | "apart";
  /** What was said just before in the same chat, turns set apart by " → "; empty = nothing. */
  readonly before: string;
  readonly text: string;
  /** A command; "&" before it = half of what is asked, the other half has to be told; "!" = to be declined or asked back; "~name" = a matter no command has yet, to be declined with an offer. */
  readonly means: string;
}

/** All of utterances.tsv; throws at a line that is not four fields. */
export function readUtterances(): readonly Utterance[] {
  const [, ...rows] = readFileSync("test/bench/utterances.tsv", "utf8").trimEnd().split("\n");
  return rows.map((row) => {
    const [set, before, text, means, ...more] = row.split("\t");
    const isWhole = text && means && more.length === 0 && (set === "tuned" || set === "apart");
    if (!isWhole || before === undefined) throw new Error(`not an utterance: ${row}`);
    return { set, before, text, means };
  });
}
