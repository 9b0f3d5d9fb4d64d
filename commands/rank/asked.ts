import type { AnswerContext } from "#commands/define-command.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { limitWords } from "#commands/slots/limits.ts";
import { BY_VOLUME } from "#commands/slots/simple-slots.ts";
import { listSlots, type SlotValues, slot } from "#commands/slots/slot.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import type { Limit } from "#services/results/limits.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { ListTitle } from "#services/results/titled.ts";
import type { RankingView } from "#services/results/views.ts";

/** What a ranking may be told. */
export const rankSlots = {
  ...listSlots,
  kind: slot.kind(),
  title: slot.title(),
  takes: slot.takes(),
  limits: slot.limits(),
  sum: slot.sum(),
  byVolume: slot.byVolume(),
  page: slot.page(),
  /** Of the scope's sheet. */
  version: slot.version(),
};
export type RankSlots = SlotValues<typeof rankSlots>;

export type Again = (...words: readonly (string | null)[]) => string;

/** How a kind is typed; areas are what is listed when nothing is said. */
export const KIND_WORDS: Readonly<Record<ListKind, string>> = {
  areas: "",
  communes: "xã",
  departments: "sở",
};

const TITLE_WORDS: Readonly<Record<ListTitle, string>> = {
  ward: "phường",
  town: "thị trấn",
  zone: "đặc khu",
  district: "cấp huyện",
};

/** How the kind of units asked for is typed, or their title. */
export const listWords = ({ kind, title }: Pick<RankSlots, "kind" | "title">): string =>
  title ? TITLE_WORDS[title] : KIND_WORDS[kind ?? "areas"];

/** The same question in other words: with its scope, its version, its kind of units and its limits. */
export function askedAgain(slots: RankSlots, { services, asker }: AnswerContext): Again {
  const { scope, version, limits, byVolume } = slots;
  const where = scopeWords(scope, asker.home, services);
  const of = version === null ? "" : `bản ${version}`;
  const bands = byVolume && BY_VOLUME;
  return (...words) =>
    typed("/xephang", ...words, of, bands, ...limits.map(limitWords), listWords(slots), where);
}

/**
 * Of what the words may mean, what is measured as the limit is: "dưới 95%" is asked of rates. A limit in percent or in
 * dossiers alone names nothing that can be ranked.
 */
export function measuredAs(wished: readonly Indicator[], limits: readonly Limit[]): readonly Indicator[] {
  const measure = limits.flatMap((limit) => (limit.kind === "figure" ? (limit.measure ?? []) : []))[0];
  if (measure === undefined) return wished;
  const fitting = wished.filter((indicator) => indicator.measure === measure);
  return fitting.length > 0 ? fitting : wished;
}

/** Rejects with the Refusal "limit-of-what" where the figure of a limit is none of what would be ranked. */
export function expectFitting(view: RankingView, slots: RankSlots, context: AnswerContext): void {
  const { indicator } = view;
  const isOff = slots.limits.some(
    (limit) =>
      (limit.kind === "figure" && limit.measure !== null && limit.measure !== indicator.measure) ||
      (limit.kind === "band" && indicator.id !== "TOTAL"),
  );
  if (!isOff) return;
  const { t } = context;
  const again = askedAgain(slots, context);
  const wanted = slots.limits.flatMap((limit) => (limit.kind === "figure" ? (limit.measure ?? []) : []))[0];
  const fitting = [indicator, ...view.indicators].filter(({ measure }) => measure === (wanted ?? "points"));
  throw new Refusal(
    "limit-of-what",
    { indicator, near: fitting.length > 0 },
    fitting.map((one) => ({ label: t.actions.indicator(one), command: again(view.period, one.id) })),
  );
}
