import { html } from "hono/html";
import { pageHead } from "#bot/http/page-head.ts";
import { PAGE_PATH } from "#bot/operations/page/paths.ts";
import type { Frame } from "#bot/operations/view.ts";
import { PAGE_PATH as SETUP_PATH } from "#bot/setup/page/paths.ts";
import type { OperationsWords } from "#locales/words/operations.ts";

export type Part = ReturnType<typeof html>;

/** A whole page; everything put into it is escaped. `back`: it lies below the first page. */
export function framed(frame: Frame, title: string, body: Part, { back = false } = {}): Part {
  const { language, t, said, hasWebChat, hasSetup } = frame;
  const words = t.operations;
  return html`<!doctype html>
<html lang="${language}">
${pageHead({ path: PAGE_PATH, title, sheets: ["look", "controls", "operations", "tables"] })}
<body>
<header class="top">
  <img src="${PAGE_PATH}/assets/icon.svg" alt="" width="40" height="40">
  <div>
    <h1>${title}</h1>
    <p>${words.subtitle}</p>
  </div>
  <nav>
    ${back ? html`<a href="${PAGE_PATH}">${words.nav.back}</a>` : ""}
    ${hasWebChat ? html`<a href="/">${words.nav.chat}</a>` : ""}
    ${hasSetup ? html`<a href="${SETUP_PATH}">${words.nav.setup}</a>` : ""}
  </nav>
</header>
<main>
  ${said ? html`<p class="notice ${said.isBad ? "bad" : "good"}" role="status">${said.text}</p>` : ""}
  ${body}
</main>
</body>
</html>`;
}

/** For whoever asks from elsewhere: one sentence, and nothing of the bot. */
export function elsewhereDocument(language: string, { title, elsewhere }: OperationsWords): Part {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title></head><body><p>${elsewhere}</p></body></html>`;
}

/** One matter, under its heading. */
export function card(id: string, title: string, inside: Part): Part {
  return html`<section id="${id}" class="card" aria-labelledby="${id}-title">
  <h2 id="${id}-title">${title}</h2>
  ${inside}
</section>`;
}

/** A command as it is typed: in the chat of this page where there is one, else to be copied. */
export function typed(command: string, { hasWebChat }: Pick<Frame, "hasWebChat">): Part {
  return hasWebChat
    ? html`<a class="command" href="/#${encodeURIComponent(command)}">${command}</a>`
    : html`<code class="command">${command}</code>`;
}

/** A list of facts, a line each. */
export function facts(pairs: readonly (readonly [name: string, value: string | Part])[]): Part {
  return html`<dl>${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
