/** A file as it was opened: pictures of its pages, and what is wrong with it. */
export interface Opened {
  readonly office: string;
  readonly asked: string;
  readonly file: string;
  readonly kilobytes: number;
  readonly pages: number;
  readonly pictures: readonly string[];
  readonly faults: readonly string[];
}

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (mark) => `&#${mark.charCodeAt(0)};`);

/** All of them on one page, to be looked at. */
export function indexPage(files: readonly Opened[]): string {
  return `<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Bot 766: papers</title>
<style>
  body { font: 14px sans-serif; background: #ccd } figure { margin: 0 0 24px }
  img { width: 420px; background: white; margin: 4px; vertical-align: top } .fault { color: #b00 }
</style>
${files.map(figureOf).join("\n")}
</html>
`;
}

function figureOf({ office, asked, file, kilobytes, pages, pictures, faults }: Opened): string {
  const told = faults.map((fault) => `<p class="fault">${escaped(fault)}</p>`).join("");
  const images = pictures.map((picture) => `<img src="${picture}" alt="" loading="lazy">`).join("");
  return `<figure><figcaption>${escaped(`${office} · ${asked}`)} · <a href="${file}">${file}</a> · ${kilobytes} kB · ${pages} pages</figcaption>${told}${images}</figure>`;
}
