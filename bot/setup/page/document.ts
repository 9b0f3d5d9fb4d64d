import { html } from "hono/html";
import { OPERATIONS_PATH } from "#bot/http/machine-pages.ts";
import { pageHead } from "#bot/http/page-head.ts";
import { card } from "#bot/setup/page/card.ts";
import { PAGE_PATH } from "#bot/setup/page/paths.ts";
import type { SetupView } from "#bot/setup/page/view.ts";
import type { SetupWords } from "#locales/words/setup.ts";

type Part = ReturnType<typeof html>;

/** The page of all steps; everything put into it is escaped. */
export function setupDocument(view: SetupView) {
  const { words, steps, hasWebChat } = view;
  const isFinished = steps.every(({ state }) => state === "done" || state === "optional");
  const body = html`<header class="top">
  <img src="${PAGE_PATH}/assets/icon.svg" alt="" width="40" height="40">
  <div>
    <h1>${words.title}</h1>
    <p>${words.subtitle}</p>
  </div>
  <nav class="back">
    <a href="${OPERATIONS_PATH}">${words.operations}</a>
    ${hasWebChat ? html`<a href="/">${words.back}</a>` : ""}
  </nav>
</header>
<main>
  <p class="intro${isFinished ? " finished" : ""}">${isFinished ? words.finished : words.intro}</p>
  <ol class="steps">${steps.map((step, i) => card(step, i + 1, view))}</ol>
</main>`;
  return shell({ ...view, title: words.title }, body);
}

/** Shown while the bot starts anew; it goes back to the steps by itself. */
export function applyingDocument(view: Pick<SetupView, "language" | "words" | "mark">) {
  const { applying } = view.words;
  const body = html`<main class="applying">
  <div class="spinner" aria-hidden="true"></div>
  <h1>${applying.title}</h1>
  <p role="status">${applying.text}</p>
  <noscript><a href="${PAGE_PATH}">${applying.go}</a></noscript>
</main>`;
  return shell({ ...view, title: applying.title }, body);
}

/** For whoever asks from elsewhere: one sentence, and nothing of the bot. */
export function elsewhereDocument(language: string, { title, elsewhere }: SetupWords) {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title></head><body><p>${elsewhere}</p></body></html>`;
}

function shell({ language, title, mark }: { language: string; title: string; mark: string }, body: Part) {
  return html`<!doctype html>
<html lang="${language}">
${pageHead({ path: PAGE_PATH, title, sheets: ["look", "controls", "setup", "fields"], scripts: ["setup"] })}
<body data-mark="${mark}">
${body}
</body>
</html>`;
}
