import sharp from "sharp";
import { type Corners, projection } from "#services/documents/readers/pictures/pixels/warp.ts";
import { createRandom, type Random } from "#test/support/random.ts";

export type ScanKind = "clean" | "jpeg" | "coarse" | "blurred" | "two-tone" | "photo";

interface Wear {
  /** Dots per inch of a page drawn at 200. */
  readonly dpi: number;
  readonly blur: number;
  readonly noise: number;
  readonly quality: number;
}

const WEAR: Readonly<Record<ScanKind, (random: Random) => Wear>> = {
  clean: (random) => ({ dpi: 200, blur: 0.4, noise: random.between(2, 6), quality: 90 }),
  jpeg: (random) => ({
    dpi: random.between(15, 20) * 10,
    blur: 0.5,
    noise: random.between(6, 10),
    quality: 60,
  }),
  coarse: (random) => ({
    dpi: random.between(11, 13) * 10,
    blur: 0.4,
    noise: random.between(4, 8),
    quality: 60,
  }),
  blurred: (random) => ({
    dpi: 200,
    blur: 1 + random.next() * 0.25,
    noise: random.between(10, 15),
    quality: 40,
  }),
  "two-tone": (random) => ({ dpi: 200, blur: 0.5, noise: random.between(3, 7), quality: 90 }),
  photo: (random) => ({ dpi: 200, blur: 0.8, noise: random.between(3, 6), quality: 80 }),
};

/** A page as a scanner or a telephone might give it; the same for the same seed. `page`: any picture drawn at 200 dpi. */
export async function madeScan(page: Uint8Array, kind: ScanKind, seed: number): Promise<Uint8Array> {
  const random = createRandom(seed);
  const { dpi, blur, noise, quality } = WEAR[kind](random);
  const degrees = kind === "photo" ? 0 : (random.next() - 0.5) * 4;
  const { width = 0 } = await sharp(page).metadata();
  const sized = await sharp(page)
    .greyscale()
    .resize({ width: Math.round((width * dpi) / 200) })
    .png()
    .toBuffer();
  const turned = sharp(await sharp(sized).rotate(degrees, { background: "#fafafa" }).png().toBuffer());
  const worn = turned.blur(Math.max(0.3, blur)).linear(0.82, 35);
  const { data, info } = await worn.greyscale().raw().toBuffer({ resolveWithObject: true });
  const sheet = { width: info.width, height: info.height, pixels: data };
  const shot = kind === "photo" ? photographed(sheet, random) : sheet;
  const noisy = Buffer.from(
    shot.pixels.map((value) => Math.max(0, Math.min(255, value + grain(random) * noise))),
  );
  const picture = sharp(noisy, { raw: { width: shot.width, height: shot.height, channels: 1 } });
  if (kind === "two-tone") return picture.threshold(165).png({ palette: true, colours: 2 }).toBuffer();
  return picture.jpeg({ quality }).toBuffer();
}

/** Near to a normal distribution. */
const grain = (random: Random): number => random.next() + random.next() + random.next() + random.next() - 2;

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const DESK = 70;

/** The sheet on a desk, aslant, lit from one corner. */
function photographed(sheet: Sheet, random: Random): Sheet {
  const [width, height] = [Math.round(sheet.width * 1.12), Math.round(sheet.height * 1.1)];
  const near = (share: number, size: number): number => (share + (random.next() - 0.5) * 0.03) * size;
  const corners: Corners = [
    { x: near(0.06, width), y: near(0.05, height) },
    { x: near(0.94, width), y: near(0.06, height) },
    { x: near(0.95, width), y: near(0.95, height) },
    { x: near(0.05, width), y: near(0.94, height) },
  ];
  const onSheet = projection(corners, [
    { x: 0, y: 0 },
    { x: sheet.width, y: 0 },
    { x: sheet.width, y: sheet.height },
    { x: 0, y: sheet.height },
  ]);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = onSheet(x, y);
      const light = 0.98 - 0.4 * Math.hypot(x / width - 0.25, y / height - 0.2);
      pixels[y * width + x] = (mixedAt(sheet, at.x, at.y) ?? DESK) * light;
    }
  return { width, height, pixels };
}

function mixedAt({ width, height, pixels }: Sheet, x: number, y: number): number | null {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return null;
  const at = (dx: number, dy: number): number => pixels[(top + dy) * width + left + dx] ?? 0;
  const upper = at(0, 0) + (at(1, 0) - at(0, 0)) * (x - left);
  const lower = at(0, 1) + (at(1, 1) - at(0, 1)) * (x - left);
  return upper + (lower - upper) * (y - top);
}
