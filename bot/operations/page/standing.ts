import { html } from "hono/html";
import { card, facts, type Part, typed } from "#bot/operations/page/frame.ts";
import { ACT_PATH } from "#bot/operations/page/paths.ts";
import type { Frame, OperationsView } from "#bot/operations/view.ts";
import { lines } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

/** How the bot itself is doing, a card a matter. */
export function standingCards(view: OperationsView, frame: Frame): readonly Part[] {
  return [
    channelsCard(view, frame),
    backupCard(view, frame),
    portalCard(view, frame),
    diskCard(view, frame),
    versionsCard(view, frame),
  ];
}

function channelsCard({ status, oldestDue }: OperationsView, { t, local }: Frame): Part {
  const { channels: words, sending } = t.operations;
  const { due = 0, sending: now = 0 } = status.deliveries;
  const waiting =
    due + now === 0
      ? html`<p class="quiet">${sending.nothing}</p>`
      : html`<p>${sending.waiting(due + now)}${
          oldestDue === null
            ? ""
            : html` <small>${sending.oldest(t.figures.moment(local(oldestDue)))}</small>`
        }</p>`;
  return card(
    "channels",
    words.title,
    html`${facts(
      status.channels.map(({ name, up }) => [
        t.operations.chats.platform(name),
        html`<span class="${up ? "good" : "bad"}">${up ? words.up : words.down}</span>`,
      ]),
    )}
    ${status.channels.length === 0 ? html`<p class="quiet">${words.none}</p>` : ""}
    ${status.allowances.map((one) => html`<p><small>${lines(t.platforms.allowance(one)).text}</small></p>`)}
    ${waiting}`,
  );
}

function backupCard({ status: { backup } }: OperationsView, { t, local, token }: Frame): Part {
  const words = t.operations.backup;
  const { plan, last, fault } = backup;
  const moment = (at: string): string => t.figures.moment(local(at));
  const inside =
    plan === null
      ? html`<p>${words.off}</p>`
      : html`<p class="${last && !fault ? "good" : "doubt"}">${last ? words.last({ ...last, moment: moment(last.at) }) : words.none}</p>
        ${fault ? html`<p class="bad">${words.fault(moment(fault.since))}</p>` : ""}
        <p><small>${words.plan(plan)}<br><span class="path">${last?.file ?? plan.folder}</span></small></p>
        <form method="post" action="${ACT_PATH}/backup">
          <input type="hidden" name="token" value="${token}">
          <button>${words.now}</button>
        </form>`;
  return card("backup", words.title, inside);
}

function portalCard({ portal }: OperationsView, frame: Frame): Part {
  const words = frame.t.operations.portal;
  const [, ...rest] = portal;
  return card(
    "portal",
    words.title,
    html`${portal.length === 0 ? html`<p class="quiet">${words.off}</p>` : ""}
    ${rest.map((line) => html`<p>${line}</p>`)}
    <p class="quiet">${frame.t.operations.typeIt} ${typed("/dongbo", frame)}</p>`,
  );
}

function diskCard({ disks }: OperationsView, { t }: Frame): Part {
  const words = t.operations.disk;
  return card(
    "disk",
    words.title,
    html`${disks.map(
      ({
        use,
        folder,
        free,
        total,
        used,
      }) => html`<p><strong>${words.use[use]}</strong> ${words.free({ free, total })}</p>
        <meter min="0" max="${total}" high="${total * 0.9}" value="${total - free}"></meter>
        <p><small>${words.used(used)} · <span class="path">${folder}</span></small></p>`,
    )}`,
  );
}

function versionsCard({ status, machine, newest }: OperationsView, { t, local }: Frame): Part {
  const words = t.operations.versions;
  const { version, startedAt, storeMs, memoryMb } = status;
  return card(
    "versions",
    words.title,
    facts([
      [words.bot, version],
      [words.since, t.figures.moment(local(startedAt.toISOString()))],
      ...(newest ? [[words.newest, words.sheet({ ...newest, unit: fullName(newest.unit) })] as const] : []),
      [words.store, `${machine.store}, ${words.ms(storeMs)}`],
      [words.memory, words.mb(memoryMb)],
      [words.node, machine.node],
      [words.system, machine.system],
    ]),
  );
}
