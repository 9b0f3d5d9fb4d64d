import type { RankingView } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** Units of one title, out of a list that may hold others: its wards, its towns, its special zones, its districts. */
export type ListTitle = "ward" | "town" | "zone" | "district";

const BEARS: Readonly<Record<ListTitle, (unit: Unit) => boolean>> = {
  ward: ({ title }) => title === "phường",
  town: ({ title }) => title === "thị trấn",
  zone: ({ title }) => title === "đặc khu",
  district: ({ kind }) => kind === "district",
};

/** The list with the rows of such units alone; their places stay those of the whole list. */
export function titledAlone(view: RankingView, title: ListTitle, unitOf: (id: string) => Unit): RankingView {
  const bears = (id: string): boolean => BEARS[title](unitOf(id));
  const { ranking } = view;
  return {
    ...view,
    ranking: {
      ...ranking,
      rows: ranking.rows.filter(({ unit }) => bears(unit)),
      missing: ranking.missing.filter(bears),
      idle: ranking.idle.filter(bears),
    },
  };
}
