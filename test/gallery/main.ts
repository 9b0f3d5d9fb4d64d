// npm run gallery [folder]: draws every kind of picture with few and many units, long names and missing values, and puts
// all of them on one page, index.html, to be looked at.
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createRenderer } from "#services/charts/renderer/renderer.ts";
import { type Story, stories } from "./stories.ts";

const [asked = "data/gallery"] = process.argv.slice(2);
const folder = resolve(asked);
await mkdir(folder, { recursive: true });
const draw = createRenderer();
const figures: string[] = [];
for (const [i, story] of stories().entries()) {
  const file = `${String(i + 1).padStart(2, "0")}-${story.kind}.png`;
  await writeFile(join(folder, file), await draw(story.spec, "png"));
  figures.push(figureOf(story, file));
}
await writeFile(join(folder, "index.html"), pageOf(figures));
process.stdout.write(`${figures.length} pictures: ${join(folder, "index.html")}\n`);

function figureOf({ kind, name }: Story, file: string): string {
  return `<figure id="${file}"><figcaption>${kind} · ${name}</figcaption><img src="${file}" alt="" loading="lazy"></figure>`;
}

/** As wide as on a phone, side by side. */
function pageOf(figures: readonly string[]): string {
  return `<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Bot 766: pictures</title>
<style>
  body { display: flex; flex-wrap: wrap; gap: 24px; font: 14px sans-serif; background: #ccd }
  figure { margin: 0 } img { width: 390px; display: block }
</style>
${figures.join("\n")}
</html>
`;
}
