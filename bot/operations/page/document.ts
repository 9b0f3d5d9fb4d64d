import { html } from "hono/html";
import { chatsCard } from "#bot/operations/page/chats.ts";
import { deedsCard } from "#bot/operations/page/deeds.ts";
import { broadcastsCard, failedCard } from "#bot/operations/page/deliveries.ts";
import { framed, type Part } from "#bot/operations/page/frame.ts";
import { PAGE_PATH } from "#bot/operations/page/paths.ts";
import { standingCards } from "#bot/operations/page/standing.ts";
import type { Frame, OperationsView } from "#bot/operations/view.ts";
import type { Attention } from "#locales/words/operations.ts";

/** The first page: what somebody should see to, then everything in its card. */
export function operationsDocument(view: OperationsView, frame: Frame): Part {
  const { t, at } = frame;
  const words = t.operations;
  const body = html`<div class="summary">
    ${attentionList(view.attention, frame)}
    <p class="quiet">${words.seen(t.figures.moment(at))} · <a href="${PAGE_PATH}">${words.refresh}</a></p>
  </div>
  <div class="columns">
    <div class="lists">
      ${failedCard(view, frame)}
      ${broadcastsCard(view, frame)}
      ${chatsCard(view.chats, frame)}
      ${deedsCard(view, frame)}
    </div>
    <div class="standing">${standingCards(view, frame)}</div>
  </div>`;
  return framed(frame, words.title, body);
}

/** Where on the page each matter is. */
const PLACES: Readonly<Record<Attention["kind"], string>> = {
  channel: "channels",
  "backup-fault": "backup",
  "backup-off": "backup",
  portal: "portal",
  "portal-figures": "portal",
  failed: "failed",
  drafts: "broadcasts",
  asking: "chats",
  disk: "disk",
};

/** What an office may leave as it is. */
const MILD: ReadonlySet<Attention["kind"]> = new Set(["drafts", "asking", "portal-figures", "backup-off"]);

function attentionList(attention: readonly Attention[], { t }: Frame): Part {
  const words = t.operations;
  if (attention.length === 0) return html`<p class="well">${words.allWell}</p>`;
  return html`<ul class="attention">${attention.map(
    (one) =>
      html`<li class="${MILD.has(one.kind) ? "doubt" : "bad"}"><a href="#${PLACES[one.kind]}">${words.attention(one)}</a></li>`,
  )}</ul>`;
}
