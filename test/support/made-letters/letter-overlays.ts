import { createRandom } from "#test/support/random.ts";

/** What offices lay over a page. */
export interface Overlay {
  readonly html: string;
  /** All it says. */
  readonly words: string;
}

interface Look {
  readonly lines: readonly string[];
  readonly css: string;
  /** Degrees. */
  readonly angles: readonly number[];
}

const STAMP = "color: #d22; font-weight: bold; text-align: center; border: 2pt solid #d22; padding: 6pt";
const SIGNATURE = "color: #c00; font-size: 8pt; border: 1pt solid #0a0; padding: 2pt";

const LOOKS: Readonly<Record<string, Look>> = {
  "round stamp": {
    lines: ["UBND HUYỆN", "TIÊN LỮ"],
    css: `${STAMP}; border-radius: 50%; opacity: .75`,
    angles: [0, 0, 2, -8, 15],
  },
  "copy stamp": { lines: ["BẢN SAO"], css: `${STAMP}; color: #111; font-size: 17pt`, angles: [0, 0, 4, -12] },
  "signed stamp": { lines: ["ĐÃ KÝ"], css: `${STAMP}; color: #129; font-size: 15pt`, angles: [0, 90, -5] },
  "arrival stamp": {
    lines: ["CÔNG VĂN ĐẾN", "Số: 412", "Ngày 12/09/2024", "Chuyển: 3"],
    css: `${STAMP}; font-size: 10pt`,
    angles: [0, 0, 1, 7],
  },
  watermark: {
    lines: ["DỰ THẢO"],
    css: "color: #000; opacity: .15; font-size: 90pt; font-weight: bold",
    angles: [-45, -30, 0],
  },
  "red note": {
    lines: ["Chưa kiểm tra, số liệu tạm tính"],
    css: "color: red; font-size: 14pt",
    angles: [0, -3],
  },
  "digital signature": {
    lines: [
      "Ký bởi: Văn phòng UBND huyện Tiên Lữ",
      "Cơ quan: UBND huyện Tiên Lữ, tỉnh Hưng Yên",
      "Ngày ký: 12-09-2024 08:15:22 +07:00",
    ],
    css: SIGNATURE,
    angles: [0],
  },
};

export const OVERLAYS = Object.keys(LOOKS);

/** Over some of the page's rows, and the same for the same seed. */
export function letterOverlay(name: string, seed: number): Overlay {
  const look = LOOKS[name];
  if (!look) throw new RangeError(`no overlay is called ${name}`);
  const random = createRandom(seed);
  const [left, top] = [random.between(5, 45), random.between(25, 70)];
  const angle = random.pick(look.angles);
  const css = `position: absolute; left: ${left}vw; top: ${top}vh; white-space: nowrap; transform: rotate(${angle}deg); ${look.css}`;
  return { html: `<div style="${css}">${look.lines.join("<br>")}</div>`, words: look.lines.join(" ") };
}
