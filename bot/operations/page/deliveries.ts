import { html } from "hono/html";
import { card, framed, type Part, typed } from "#bot/operations/page/frame.ts";
import { ACT_PATH, LEDGER_PATH } from "#bot/operations/page/paths.ts";
import type { FailedView, Frame, LedgerView, OperationsView, Owed } from "#bot/operations/view.ts";

/** What did not arrive, where, and why; each with its button. */
export function failedCard({ failed, moreFailed }: OperationsView, frame: Frame): Part {
  const words = frame.t.operations.failed;
  const isUnknown = failed.some(({ owed }) => owed.some(({ delivery }) => delivery.state === "unknown"));
  return card(
    "failed",
    words.title,
    html`${failed.length === 0 ? html`<p class="quiet">${words.none}</p>` : ""}
    ${failed.map((one) => failedMessage(one, frame))}
    ${moreFailed > 0 ? html`<p>${words.moreMessages(moreFailed)} ${typed("/giaonhan lỗi", frame)}</p>` : ""}
    ${isUnknown ? html`<p class="quiet">${words.mayRepeat}</p>` : ""}`,
  );
}

function failedMessage({ name, code, at, count, owed }: FailedView, frame: Frame): Part {
  const { failed: words } = frame.t.operations;
  return html`<article class="failed">
    <header><div><strong>${name}</strong> <small>${frame.t.figures.moment(frame.local(at))} · ${code}</small></div>
      ${resend(code, frame)}</header>
    <ul>${owed.map((one) => html`<li>${where(one)} ${why(one, frame)}</li>`)}
      ${count > owed.length ? html`<li>${words.moreChats(count - owed.length)}</li>` : ""}</ul>
  </article>`;
}

function resend(code: string, { token, t }: Frame): Part {
  return html`<form method="post" action="${ACT_PATH}/resend">
    <input type="hidden" name="token" value="${token}">
    <button name="code" value="${code}">${t.operations.failed.resend}</button>
  </form>`;
}

function where({ delivery, chatName }: Owed): Part {
  return html`<span class="where" title="${delivery.chat}">${chatName || delivery.chat}</span>`;
}

function why({ delivery: { state, reason } }: Owed, { t }: Frame): Part {
  const { deliveries } = t;
  const because = reason === null ? "" : deliveries.reason[reason];
  const said =
    state === "unknown" && because !== ""
      ? because
      : [deliveries.state[state], because].filter(Boolean).join(": ");
  return html`<span class="${TONES[state]}">${said}</span>`;
}

const TONES = {
  sent: "good",
  due: "quiet",
  sending: "quiet",
  cancelled: "quiet",
  refused: "bad",
  unknown: "doubt",
} as const;

/** Broadcasts, those that wait first. */
export function broadcastsCard({ broadcasts }: OperationsView, frame: Frame): Part {
  const { t, local } = frame;
  const words = t.operations.broadcasts;
  const { name, state, approved } = words.columns;
  const rows = broadcasts.map(
    (one) => html`<tr>
      <td data-name="${name}"><strong>${one.name}</strong> <small>${one.code}</small></td>
      <td data-name="${state}"><span class="${one.state === "draft" ? "doubt" : "quiet"}">${one.stateName}</span>
        ${one.failed > 0 ? html`<span class="bad">${words.failed(one.failed)}</span>` : ""}
        ${one.state === "draft" ? typed(`/phatsong xem ${one.code}`, frame) : html`<a href="${LEDGER_PATH}/${one.code}">${words.ledger}</a>`}</td>
      <td data-name="${approved}">${one.approvals.map(
        ({ by, at }) => html`<span>${by} <small>${t.figures.moment(local(at))}</small></span>`,
      )}</td>
    </tr>`,
  );
  return card(
    "broadcasts",
    words.title,
    broadcasts.length === 0
      ? html`<p class="quiet">${words.none}</p>`
      : html`<table><thead><tr><th>${name}</th><th>${state}</th><th>${approved}</th></tr></thead><tbody>${rows}</tbody></table>
        <p class="quiet">${words.how} ${typed("/phatsong", frame)}</p>`,
  );
}

/** Who received a broadcast. */
export function ledgerDocument(ledger: LedgerView, frame: Frame): Part {
  const { t, local } = frame;
  const words = t.operations.ledger;
  const { chat, state, at } = words.columns;
  const rows = ledger.owed.map(
    (one) => html`<tr>
      <td data-name="${chat}">${where(one)}</td>
      <td data-name="${state}">${why(one, frame)}</td>
      <td data-name="${at}"><small>${t.figures.moment(local(one.delivery.updatedAt))}</small></td>
    </tr>`,
  );
  const body = card(
    "ledger",
    ledger.tally,
    html`${ledger.reasons === "" ? "" : html`<p>${ledger.reasons}</p>`}
    ${ledger.hasFailed ? resend(ledger.code, frame) : ""}
    <table><thead><tr><th>${chat}</th><th>${state}</th><th>${at}</th></tr></thead><tbody>${rows}</tbody></table>
    ${ledger.more > 0 ? html`<p>${words.more(ledger.more, ledger.code)}</p>` : ""}`,
  );
  return framed(frame, words.title, body, { back: true });
}
