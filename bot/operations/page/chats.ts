import { html } from "hono/html";
import { card, framed, type Part } from "#bot/operations/page/frame.ts";
import { CHATS_PATH } from "#bot/operations/page/paths.ts";
import { turning } from "#bot/operations/page/turning.ts";
import type { ChatsView, ChatView, Frame } from "#bot/operations/view.ts";
import { fullName } from "#services/units/unit.ts";

/** The first of the chats, and what they hear of. */
export function chatsCard(chats: ChatsView, frame: Frame): Part {
  const words = frame.t.operations.chats;
  if (chats.count === 0) return card("chats", words.title, html`<p class="quiet">${words.none}</p>`);
  const isAll = chats.shown.length === chats.count;
  return card(
    "chats",
    words.title,
    html`<p>${words.counts(chats)}</p>
    ${chatsTable(chats, frame)}
    ${isAll ? "" : html`<p><a href="${CHATS_PATH}">${words.all(chats.count)}</a></p>`}`,
  );
}

/** All of them, page by page, and a line to find one. */
export function chatsDocument(chats: ChatsView, frame: Frame): Part {
  const words = frame.t.operations.chats;
  const query = chats.sought === "" ? "" : `tim=${encodeURIComponent(chats.sought)}&`;
  const body = card(
    "chats",
    words.title,
    html`<form class="find" method="get" action="${CHATS_PATH}" role="search">
      <label>${words.search} <input name="tim" value="${chats.sought}"></label><button>${words.find}</button>
    </form>
    ${chats.count === 0 ? html`<p class="quiet">${words.nothingFound}</p>` : chatsTable(chats, frame)}
    ${turning(chats, `${CHATS_PATH}?${query}`, frame)}`,
  );
  return framed(frame, words.title, body, { back: true });
}

function chatsTable({ shown }: ChatsView, frame: Frame): Part {
  const { name, state, hears } = frame.t.operations.chats.columns;
  return html`<table>
    <thead><tr><th>${name}</th><th>${state}</th><th>${hears}</th></tr></thead>
    <tbody>${shown.map((chat) => chatRow(chat, frame))}</tbody>
  </table>`;
}

function chatRow({ id, name, platform, kind, state, hears }: ChatView, { t }: Frame): Part {
  const words = t.operations.chats;
  return html`<tr>
    <td data-name="${words.columns.name}"><strong title="${id}">${name || id}</strong>
      <small>${words.platform(platform)}, ${words.kind[kind]}</small></td>
    <td data-name="${words.columns.state}"><span class="${TONES[state]}">${words.state[state]}</span></td>
    <td data-name="${words.columns.hears}">${
      hears.length === 0
        ? html`<span class="quiet">${words.hearsNothing}</span>`
        : hears.map(
            ({ unit, kinds }) =>
              html`<span>${fullName(unit)} <small>${t.subscriptions.kinds(kinds)}</small></span>`,
          )
    }</td>
  </tr>`;
}

const TONES = { active: "good", left: "bad", blocked: "bad", asked: "doubt", refused: "quiet" } as const;
