import { html } from "hono/html";
import { card, framed, type Part, typed } from "#bot/operations/page/frame.ts";
import { DEEDS_PATH } from "#bot/operations/page/paths.ts";
import { turning } from "#bot/operations/page/turning.ts";
import type { DeedsKind, DeedsView, Frame, OperationsView } from "#bot/operations/view.ts";
import type { AuditLine } from "#locales/words/audit.ts";

/** Who did what last. */
export function deedsCard({ deeds }: OperationsView, frame: Frame): Part {
  const { audit, operations } = frame.t;
  return card(
    "deeds",
    operations.deeds.title,
    deeds.length === 0
      ? html`<p class="quiet">${audit.none}</p>`
      : html`${deedsTable(deeds, frame)}
        <p><a href="${DEEDS_PATH}">${operations.deeds.all}</a></p>`,
  );
}

const KINDS: readonly DeedsKind[] = ["all", "figures", "rest"];

/** All that was done, page by page, all or a part of it. */
export function deedsDocument(view: DeedsView, frame: Frame): Part {
  const { audit, operations } = frame.t;
  const words = operations.deeds;
  const tabs = KINDS.map((kind) =>
    kind === view.kind
      ? html`<strong aria-current="page">${words.kinds[kind]}</strong>`
      : html`<a href="${DEEDS_PATH}?loai=${kind}">${words.kinds[kind]}</a>`,
  );
  const body = card(
    "deeds",
    words.title,
    html`<nav class="tabs">${tabs}</nav>
    ${view.deeds.length === 0 ? html`<p class="quiet">${audit.none}</p>` : deedsTable(view.deeds, frame)}
    ${turning(view, `${DEEDS_PATH}?loai=${view.kind}&`, frame)}
    <p class="quiet">${operations.typeIt} ${typed("/nhatky", frame)}</p>`,
  );
  return framed(frame, words.title, body, { back: true });
}

function deedsTable(deeds: readonly AuditLine[], { t }: Frame): Part {
  const { at, person, what } = t.operations.deeds.columns;
  const rows = deeds.map((deed) => {
    const about = t.audit.object(deed);
    return html`<tr>
      <td data-name="${at}"><small>${t.figures.moment(deed.at)}</small></td>
      <td data-name="${person}"><span title="${deed.by}">${deed.person}</span></td>
      <td data-name="${what}"><span>${t.audit.deeds[deed.kind]}</span>${about === "" ? "" : html` <small>${about}</small>`}</td>
    </tr>`;
  });
  return html`<table class="log"><thead><tr><th>${at}</th><th>${person}</th><th>${what}</th></tr></thead><tbody>${rows}</tbody></table>`;
}
