import type { AnswerContext } from "#commands/define-command.ts";
import { appendix } from "#commands/letter/appendix.ts";
import type { Letter } from "#commands/letter/read-letter.ts";
import { exactApart, exactValue } from "#commands/parts/exact-figures.ts";
import { said } from "#commands/parts/paper-lines.ts";
import { NAMED, unitLookup } from "#commands/parts/phrases.ts";
import { listedUnits } from "#commands/parts/read-month.ts";
import { taskAppendix } from "#commands/parts/task-appendix.ts";
import type { AppendixNumber } from "#locales/words/letter.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import type { Paper, PaperBlock, Paragraph } from "#services/papers/paper.ts";
import { isOneMoment } from "#services/results/evidence.ts";
import type { RankingView } from "#services/results/views.ts";
import { weighty } from "#services/sheets/few-dossiers.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import { meets } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = Pick<AnswerContext, "services" | "t">;

/** Points. Source: Nghị định 30/2020/NĐ-CP, annex I: 13–14. */
const SIZE = 14;

/** A letter in the layout of Nghị định 30/2020/NĐ-CP, what a person must decide left blank; an appendix for each list. */
export function letterPaper(letter: Letter, context: Context): Paper {
  const { scope, period, lists } = letter;
  const words = context.t.letter.paper;
  return {
    title: words.about(period),
    language: words.language,
    size: SIZE,
    sections: [
      { landscape: false, blocks: bodyOf(letter, context) },
      ...lists.map((list, i) => appendix(list, numbered(letter, i), context)),
      ...(letter.tasks.length > 0
        ? [taskAppendix(letter, { number: numbered(letter, lists.length), of: "letter" }, context.t)]
        : []),
    ],
  };

  function bodyOf(given: Letter, { services, t }: Context): readonly PaperBlock[] {
    const parent = scope.parent === null ? null : (services.units.get(scope.parent) ?? null);
    const { nation, motto, number } = words;
    const { receiversHead, receivers, signer, signerName: name } = words;
    return [
      {
        type: "letterhead",
        ...words.office(scope, parent),
        ...{ nation, motto, number },
        about: words.about(period),
        placeAndDay: words.placeAndDay(scope),
      },
      ...(given.evidence.sample ? [said(words.sample, { bold: true })] : []),
      ...addressees(given, context),
      ...grounds(given, context).map((text) => said(text)),
      said(
        words.announces({
          ...{ scope, period, provisional: given.evidence.provisional },
          parent: scope.kind === "commune" || scope.kind === "department" ? parent : null,
        }),
      ),
      ...results(given, { services, t }).map((text) => said(text)),
      said(words.asks),
      ...orders(given, context).map((text) => said(text)),
      { ...said(words.ends({ scope, period })), keep: true },
      { type: "signature", receiversHead, receivers, signer, name },
    ];
  }
}

/** Appendices are counted where there are several: first the lists, then the tasks. */
const numbered = ({ lists, tasks }: Letter, at: number): AppendixNumber =>
  lists.length + Math.sign(tasks.length) > 1 ? at + 1 : null;

function addressees({ scope, lists }: Letter, { services, t }: Context): readonly Paragraph[] {
  const { to, addressees: lines } = t.letter.paper;
  const units = lists.flatMap((list) => listedUnits(list, unitLookup(services.units)));
  return [to, ...lines(scope, units)].map((text, i) => ({
    type: "paragraph",
    align: i === 0 ? "centre" : "left",
    indented: i > 0,
    runs: [{ text }],
  }));
}

function grounds({ evidence }: Letter, { t }: Context): readonly string[] {
  const named = evidence.documents.map((document) => t.evidence.document(document, document.period));
  return t.letter.paper.grounds({
    documents: [...new Set(named)],
    evidence,
    isOneMoment: isOneMoment(evidence),
  });
}

/** The scope's own figures, then of each list who leads and who falls short. */
function results(letter: Letter, { services, t }: Context): readonly string[] {
  const { own, lists, evidence } = letter;
  const words = t.letter.paper;
  const unitOf = unitLookup(services.units);
  const figures = (own?.figures ?? []).map(({ indicator, observation: { value, change, rank, of, asOf } }) =>
    words.own({
      indicator,
      value: value === null ? null : exactValue(value, indicator, t),
      ...{ change, apart: exactApart(change ?? 0, indicator, t) },
      isTotal: indicator.id === TOTAL,
      of: rank === null ? of : null,
      place: rank === null ? null : { rank, of },
      asOf: isOneMoment(evidence) ? null : asOf,
    }),
  );
  return [
    ...figures,
    ...lists.flatMap((list, i) => [
      words.lists({
        kind: list.kind,
        units: listedUnits(list, unitOf),
        missing: list.views[0].ranking.missing.length,
        appendix: numbered(letter, i),
      }),
      ...ends(list.views[0], unitOf, t),
      ...list.views.flatMap((view) => shortfalls(view, unitOf, t)),
    ]),
  ];
}

type Words = Context["t"];

const named = (
  { unit, value }: RankedUnit,
  { indicator }: RankingView,
  unitOf: (id: string) => Unit,
  t: Words,
) => t.letter.paper.named({ unit: unitOf(unit), value: exactValue(value, indicator, t) });

/** Who leads and who is last, of a list long enough for both; of those that share a place all are named, or none. */
function ends(view: RankingView, unitOf: (id: string) => Unit, t: Words): readonly string[] {
  const rows = weighty(view.ranking.rows);
  if (rows.length <= NAMED * 2) return [];
  const { leaders, laggards } = t.letter.paper;
  const line = (say: typeof leaders, some: readonly RankedUnit[], beyond: RankedUnit | undefined) => {
    const names = some.filter(({ rank }) => rank !== beyond?.rank).map((row) => named(row, view, unitOf, t));
    return names.length > 0 ? [say({ indicator: view.indicator, names })] : [];
  };
  return [
    ...line(leaders, rows.slice(0, NAMED), rows[NAMED]),
    ...line(laggards, rows.slice(-NAMED).reverse(), rows.at(-NAMED - 1)),
  ];
}

/** Named in a letter; an appendix has the others. */
const MOST_NAMED = 10;

/** Who misses a target, the worst first. */
function shortfalls(view: RankingView, unitOf: (id: string) => Unit, t: Words): readonly string[] {
  const { indicator, targets } = view;
  const target = targets.find((one) => one.indicator === indicator.id);
  const missed = target
    ? weighty(view.ranking.rows)
        .filter(({ value }) => !meets(value, target))
        .reverse()
    : [];
  if (!target || missed.length === 0) return [];
  const names = missed.slice(0, MOST_NAMED).map((row) => named(row, view, unitOf, t));
  return [t.letter.paper.missed({ indicator, target, names, more: missed.length - names.length })];
}

/** What is asked for: to go on, to explain, the work still open, and room for orders of one's own. */
function orders(letter: Letter, { t }: Context): readonly string[] {
  const { lists, tasks } = letter;
  const words = t.letter.paper;
  return [
    words.goOn,
    ...(lists.length > 0 ? [words.explain] : []),
    ...(tasks.length > 0 ? [words.tasks(tasks.length, numbered(letter, lists.length))] : []),
    words.ownOrders,
  ].map((order, i) => `${i + 1}. ${order}`);
}
