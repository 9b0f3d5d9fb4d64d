import type { Listening } from "#bot/answering/dispatch/listening.ts";
import type { Sentence } from "#bot/answering/dispatch/sentence.ts";
import { type Beyond, Refusal } from "#services/refusal.ts";
import type { Action } from "#services/reply/reply.ts";

/** Declines what no command does yet, with what comes nearest to it. */
export async function nearestCommands(
  matter: Beyond,
  { units, period, indicators }: Sentence,
  { t }: Listening,
): Promise<Refusal<"beyond">> {
  const typed = (...words: readonly string[]): string => words.filter((word) => word !== "").join(" ");
  const cards = units.map(
    (unit): Action => ({ label: t.actions.unit(unit), command: typed("/xa", `#${unit.id}`, period) }),
  );
  const ranking = { label: t.actions.ranking, command: typed("/xephang", indicators, period) };
  const summary = { label: t.actions.summary, command: typed("/tonghop", period) };
  const offers: Readonly<Record<Beyond, readonly Action[]>> = {
    mend: [{ label: t.actions.takeIn, command: "/nhap" }],
    file: [
      { label: t.monthExport.as("xlsx"), command: typed("/xuat", period) },
      ranking,
      { label: t.actions.sources, command: typed("/nguon", period) },
    ],
    forecast: cards.length > 0 ? cards : [ranking],
    average: [summary, ranking],
    formula: [{ label: t.formula.actions.index, command: "/congthuc" }],
    send: [{ label: t.actions.help, command: "/trogiup dangky" }],
  };
  const actions = offers[matter];
  return new Refusal(
    "beyond",
    { matter, near: actions.length > 0 && !["mend", "send", "formula"].includes(matter) },
    actions,
  );
}
