import { html, raw } from "hono/html";
import { MAX_TEXT_LENGTH } from "#bot/channels/web/decode.ts";
import type { WebWords } from "#locales/words/web.ts";
import { MAX_BYTES } from "#services/documents/read-document.ts";

export interface OfferedCommand {
  readonly command: string;
  readonly summary: string;
  /** Nobody else is offered it. */
  readonly forOperators?: boolean;
}

/** What the page shows beside the conversation. */
export interface PageContent {
  readonly language: string;
  readonly timeZone: string;
  readonly words: WebWords;
  /** Commands offered after "/", in the order of the help: `{ command: "/xephang", summary: "…" }`. */
  readonly commands: readonly OfferedCommand[];
  /** Messages to try, as they would be typed. */
  readonly suggestions: readonly string[];
  /** Where the bot is set up, for whoever sits at the machine; null = nowhere. */
  readonly setupPath?: string | null;
}

/** The page as it is served; everything put into it is escaped. */
export function pageDocument(content: PageContent, token: string) {
  const { words, language } = content;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#151e2b" media="(prefers-color-scheme: dark)">
<meta name="page-token" content="${token}">
<title>${words.title}</title>
<link rel="icon" href="/assets/icon.svg">
${["look", "page", "log", "messages", "fold", "actions", "picture", "beside", "composer", "attach", "motion"].map(styleSheet)}
<script type="application/json" id="content">${raw(pageData(content))}</script>
<script type="module" src="/assets/main.js"></script>
</head>
<body>
<header class="top">
  <img src="/assets/icon.svg" alt="" width="40" height="40">
  <div>
    <h1>${words.title}</h1>
    <p>${words.subtitle}</p>
  </div>
  ${content.setupPath ? html`<a class="setup" href="${content.setupPath}">${words.setup}</a>` : ""}
</header>
<main id="log" role="log" aria-label="${words.log}" tabindex="0">
  <noscript><p class="welcome">${words.noScript}</p></noscript>
  <section id="welcome" class="welcome">
    <h2>${words.welcome.title}</h2>
    <p>${words.welcome.text}</p>
  </section>
  <ol id="messages"></ol>
  <p id="working" role="status" hidden></p>
</main>
<footer class="bottom">
  <p id="link" role="status"></p>
  <button type="button" id="latest" hidden>${words.latest}</button>
  ${composer(words)}
</footer>
<dialog id="viewer" aria-label="${words.picture.enlarge}">
  <div class="sheet"><img alt=""></div>
  <div class="tools">
    <a download>${words.picture.save}</a>
    <button type="button">${words.picture.close}</button>
  </div>
</dialog>
</body>
</html>`;
}

function styleSheet(name: string) {
  return html`<link rel="stylesheet" href="/assets/${name}.css">`;
}

function composer({ input, attach, commands, suggestions }: WebWords) {
  return html`<form id="composer" autocomplete="off">
    <div id="palette" role="listbox" aria-label="${commands}" hidden></div>
    <div id="suggestions" role="group" aria-label="${suggestions}"></div>
    <p id="notice" role="alert" hidden></p>
    <div class="field">
      <button type="button" id="slash" aria-label="${commands}" title="${commands}">/</button>
      <button type="button" id="attach" aria-label="${attach.choose}" title="${attach.choose}">
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M18.5 11 12 17.5a4 4 0 0 1-5.7-5.7l7.2-7.1a2.7 2.7 0 0 1 3.8 3.8l-7 7a1.3 1.3 0 0 1-1.9-1.9l6.2-6.2"/></svg>
      </button>
      <input type="file" id="file" hidden multiple>
      <textarea id="input" rows="1" enterkeyhint="send" aria-label="${input.label}" aria-autocomplete="list"
        aria-controls="palette" placeholder="${input.placeholder}"></textarea>
      <button type="submit" id="send" aria-label="${input.send}" title="${input.send}" disabled>
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M12 19V6M6 11.5 12 5.5l6 6"/></svg>
      </button>
    </div>
  </form>`;
}

/** Inside a script element only "<" could end the data. */
function pageData({ words, language, timeZone, commands, suggestions }: PageContent): string {
  const limit = MAX_TEXT_LENGTH;
  const megabytes = MAX_BYTES / 1024 / 1024;
  const unsent = { ...words.unsent, fileTooLarge: words.unsent.fileTooLarge({ megabytes }) };
  const page = { ...words, unsent, tooLong: words.tooLong({ limit }) };
  const data = { language, timeZone, commands, suggestions, limit, fileLimit: MAX_BYTES, words: page };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
