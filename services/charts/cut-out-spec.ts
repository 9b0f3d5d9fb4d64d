import type { CutOut, CutOutChart } from "#services/reply/chart.ts";

/** What a sheet of cut-outs says, in one language. */
export interface CutOutChartWords {
  title: string;
  subtitle(shown: number): string;
  footer: readonly string[];
}

/** What a person is to look at: a cell of the paper, named, beside what was read of it. */
export interface ReadCell {
  readonly name: string;
  readonly read: string;
  /** Base64 PNG. */
  readonly png: string;
}

/** The cells one below the other; null where there is none to show. */
export function cutOutChart(cells: readonly ReadCell[], words: CutOutChartWords): CutOutChart | null {
  const rows = cells.flatMap(({ name, read, png }) => {
    const cell = sized(png);
    return cell ? [{ name, read, cell }] : [];
  });
  if (rows.length === 0) return null;
  return {
    type: "cut-outs",
    title: words.title,
    subtitle: words.subtitle(rows.length),
    rows,
    footer: words.footer,
    alt: [words.title, ...rows.map(({ name, read }) => `${name}: ${read}`)].join("\n"),
  };
}

/** Width and height stand in a PNG's first chunk (PNG specification, 11.2.2). */
const WIDTH_AT = 16;
const HEIGHT_AT = 20;
const HEAD_BYTES = 24;

function sized(png: string): CutOut | null {
  const bytes = Buffer.from(png, "base64");
  if (bytes.length < HEAD_BYTES) return null;
  const [width, height] = [bytes.readUInt32BE(WIDTH_AT), bytes.readUInt32BE(HEIGHT_AT)];
  return width > 0 && height > 0 ? { png, width, height } : null;
}
