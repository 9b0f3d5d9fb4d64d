import { html } from "hono/html";
import { field, form } from "#bot/setup/page/form.ts";
import { heardPicture } from "#bot/setup/page/pictures.ts";
import type { SetupView } from "#bot/setup/page/view.ts";
import type { SetupPlatform } from "#locales/words/setup.ts";

/** Of a token: what tells two of them apart, and gives neither away. */
const TAIL = 4;

/** How a bot is made on a platform, and where its token is pasted; none is ever shown whole. */
export function channelPart(platform: SetupPlatform, view: SetupView) {
  const { words, config, answers } = view;
  const { how, label, save, now } = words.channel;
  const tail = config[platform]?.token.slice(-TAIL);
  return html`${
    tail === undefined
      ? html`<ol class="how">${how[platform].map((line) => html`<li>${line}</li>`)}</ol>`
      : html`<p class="now">${now({ platform, tail: `…${tail}`, answers: answers(platform) })}</p>`
  }
  ${form(
    platform,
    view,
    html`<div class="line">${field({ name: "bot", label, secret: true })}<button>${save}</button></div>`,
  )}
  ${platform === "telegram" ? privacy(view) : ""}`;
}

function privacy({ words: { channel } }: SetupView) {
  const { title, text } = channel.privacy;
  return html`<details class="aside"><summary>${title}</summary>
    ${heardPicture(channel.privacy)}
    <p>${text}</p></details>`;
}
