import type { Correction } from "#commands/take-in/corrections/read.ts";
import { Refusal, type RefusalFacts } from "#services/refusal.ts";

type Problem = RefusalFacts["correction-unclear"]["problem"];

/** `near`: what the line may have meant. */
export const unclear = (
  { line }: Pick<Correction, "line">,
  problem: Problem,
  near: readonly string[],
): Refusal<"correction-unclear"> => new Refusal("correction-unclear", { line, problem, near });
