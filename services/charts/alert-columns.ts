import type { Alert } from "#services/alerts/alert.ts";
import type { AlertBoard, AlertChartFacts, AlertChartWords } from "#services/charts/alert-board.ts";
import { worstMark } from "#services/charts/alert-marks.ts";
import { groupBy } from "#services/group-by.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import { type Period, previousPeriod } from "#services/periods/period.ts";
import type { AlertChart } from "#services/reply/chart.ts";

/** Wider boards leave no room for names. */
const MOST_COLUMNS = 4;

export interface Column {
  readonly head: string;
  /** Of the alerts of one unit. */
  cell(own: readonly Alert[]): AlertChart["rows"][number]["cells"][number];
}

/** The matters that most alerts are about, in the order in which they are first met; the rest in one column. */
export function columnsOf(board: AlertBoard, words: AlertChartWords): readonly Column[] {
  const all = [...groupBy(board.alerts, matterOf)].map(([matter, alerts]) => ({ matter, alerts }));
  const room = all.length > MOST_COLUMNS ? MOST_COLUMNS - 1 : MOST_COLUMNS;
  const frequent = [...all].sort((a, b) => b.alerts.length - a.alerts.length).slice(0, room);
  const shown = all.filter((one) => frequent.includes(one));
  const columns = shown.flatMap(({ matter, alerts: [first] }) =>
    first ? [matterColumn(matter, first, board, words)] : [],
  );
  const matters = new Set(shown.map(({ matter }) => matter));
  return all.length > shown.length ? [...columns, otherColumn(matters, board, words)] : columns;
}

/** A level, a change, a place and falls in a row of one indicator are different matters. */
const matterOf = ({ of, level, indicator }: Alert): string => [of, level === null, indicator].join("/");

/** The periods that changes on the board are set against. */
export function basesOf({ alerts }: Pick<AlertBoard, "alerts">): readonly Period[] {
  const changes = alerts.filter(({ level }) => level === null);
  return [...new Set(changes.flatMap(({ before }) => before?.period ?? []))];
}

function matterColumn(matter: string, first: Alert, board: AlertBoard, words: AlertChartWords): Column {
  const indicator = board.indicatorOf(first.indicator);
  const factsOf = (alert: Alert): AlertChartFacts => ({
    alert,
    indicator,
    isTotal: indicator.id === TOTAL,
    isDated: board.alerts.some(({ period }) => period !== first.period),
    previous: previousPeriod(alert.period),
    isBased: basesOf(board).length > 1,
  });
  return {
    head: words.column(factsOf(first)),
    cell(own) {
      const meant = own.filter((alert) => matterOf(alert) === matter);
      const [worst] = meant;
      if (!worst) return null;
      return {
        mark: worstMark(meant, board.late),
        text: words.figure(factsOf(worst)),
        ...urgency(meant, board),
      };
    },
  };
}

/** One urgent matter makes a cell urgent. */
const urgency = (alerts: readonly Alert[], { urgent }: AlertBoard): { readonly urgent?: true } =>
  alerts.some(({ rule }) => urgent.has(rule)) ? { urgent: true } : {};

function otherColumn(shown: ReadonlySet<string>, board: AlertBoard, words: AlertChartWords): Column {
  return {
    head: words.others,
    cell(own) {
      const meant = own.filter((alert) => !shown.has(matterOf(alert)));
      if (meant.length === 0) return null;
      return {
        mark: worstMark(meant, board.late),
        text: words.count(meant.length),
        ...urgency(meant, board),
      };
    },
  };
}
