import type { AlertBoard, AlertChartWords } from "#services/charts/alert-board.ts";
import { basesOf, type Column, columnsOf } from "#services/charts/alert-columns.ts";
import { countMarks, MARKS } from "#services/charts/alert-marks.ts";
import { ROWS_A_PICTURE } from "#services/charts/layout/style.ts";
import type { AlertChart } from "#services/reply/chart.ts";

/** The board of a scope's open alerts: its worst units, a column for each kind of matter. */
export function alertChart(board: AlertBoard, words: AlertChartWords): AlertChart {
  const { scope, alerts, units, evidence, period, late } = board;
  const columns = columnsOf(board, words);
  const marks = countMarks(alerts, late);
  const base = words.bases(basesOf(board));
  const bases = base === null ? [] : [base];
  const rows = units.slice(0, ROWS_A_PICTURE).map((unit) => {
    const own = alerts.filter((alert) => alert.unit === unit);
    const name = words.unit(board.unitOf(unit));
    return {
      name,
      strong: own.some(({ number }) => late.has(number)),
      cells: columns.map(({ cell }) => cell(own)),
    };
  });
  const title = words.title({ scope, period: alerts.every((one) => one.period === period) ? period : null });
  const subtitle = words.subtitle({ open: alerts.length, units: units.length, marks });
  return {
    type: "alerts",
    title,
    subtitle,
    columns: columns.map(({ head }) => head),
    rows,
    key: MARKS.filter((mark) => marks.has(mark)).map((mark) => ({ mark, words: words.marks[mark] })),
    urgent: rows.some(({ cells }) => cells.some((cell) => cell?.urgent)) ? words.urgent : "",
    more: units.length > rows.length ? words.more(units.length - rows.length) : null,
    footer: [...words.footer(evidence), ...bases, words.changed(board.changed)],
    alt: [title, subtitle, ...bases, ...rows.map((row) => altOf(row, columns, words))].join("\n"),
  };
}

type Row = AlertChart["rows"][number];

/** One row in words, for those who cannot see the picture. */
function altOf({ name, cells }: Row, columns: readonly Column[], words: AlertChartWords): string {
  const said = columns.flatMap(({ head }, i) => {
    const cell = cells[i];
    return cell
      ? [
          `${head} ${cell.text} (${words.marks[cell.mark]}${cell.urgent ? `, ${words.urgentSaid}` : ""})`.replace(
            "  ",
            " ",
          ),
        ]
      : [];
  });
  return `${name}: ${said.join("; ")}`;
}
