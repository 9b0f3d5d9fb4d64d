import { html } from "hono/html";

export interface PageHead {
  /** Where the page's assets lie: `<path>/assets/…`. */
  readonly path: string;
  readonly title: string;
  /** Names of style sheets, in their order. */
  readonly sheets: readonly string[];
  /** Names of modules that run in the page. */
  readonly scripts?: readonly string[];
}

/** The head of a page for whoever sits at the machine. */
export function pageHead({ path, title, sheets, scripts = [] }: PageHead) {
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${path}/assets/icon.svg">
${sheets.map((name) => html`<link rel="stylesheet" href="${path}/assets/${name}.css">`)}
${scripts.map((name) => html`<script type="module" src="${path}/assets/${name}.js"></script>`)}
</head>`;
}
