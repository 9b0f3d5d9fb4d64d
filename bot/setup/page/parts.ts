import { html } from "hono/html";
import { choices, field, form } from "#bot/setup/page/form.ts";
import type { SetupView } from "#bot/setup/page/view.ts";

/** A code to send to the bot; the page turns by itself when it has come. */
export function operatorPart({ words: { operator }, config, code }: SetupView) {
  if (!config.telegram && !config.zalo) return html`<p>${operator.noChannel}</p>`;
  const count = config.operators.length;
  return html`<p>${count > 0 ? operator.now({ count }) : operator.send}</p>
  <p class="code">${code}</p>
  <p class="waiting" role="status">${operator.wait}</p>`;
}

/** One of the chats that the bot knows gets a message. */
export function trialPart(view: SetupView) {
  const { trial } = view.words;
  const { chats, config } = view;
  if (!config.telegram && !config.zalo) return html`<p>${trial.noChannel}</p>`;
  if (chats.length === 0) return html`<p>${trial.noChats}</p>`;
  const offered = chats.map(({ id, name, platform, isGroup }) => ({
    value: id,
    label: trial.chat({ name: name ?? trial.operator, platform, isGroup }),
  }));
  return form(
    "trial",
    view,
    html`${choices("chat", trial.label, offered, chats[0]?.id ?? "")}<button>${trial.save}</button>`,
  );
}

/** Who approves, and where figures come from. */
export function publishingPart(view: SetupView) {
  const { publishing } = view.words;
  const { approvers, portal } = publishing;
  const { config, told } = view;
  const typed = told?.step === "publishing" && told.outcome.kind === "refused" ? told.typed : null;
  const now = config.portal.sync === "off" ? "off" : config.portal.publish;
  const contact = config.portal.sync === "daily" ? config.portal.contact : "";
  const persons = [
    { value: "1", label: approvers.one },
    { value: "2", label: approvers.two },
  ];
  const ways = (["off", "ask", "auto"] as const).map((value) => ({ value, label: portal[value] }));
  return form(
    "publishing",
    view,
    html`${choices("approvers", approvers.label, persons, typed?.approvers ?? String(config.approvers))}
    ${choices("portal", portal.label, ways, typed?.portal ?? now)}
    ${field({ name: "contact", label: portal.contact, hint: portal.hint, value: typed?.contact ?? contact })}
    <p class="quiet">${publishing.now}</p>
    <button>${publishing.save}</button>`,
  );
}

/** Where and when the bot backs itself up. */
export function backupPart(view: SetupView) {
  const { backup } = view.words;
  const { config, told } = view;
  const typed = told?.step === "backup" && told.outcome.kind === "refused" ? told.typed : null;
  const plan = config.backup;
  return form(
    "backup",
    view,
    html`${field({ name: "folder", ...backup.folder, value: typed?.folder ?? plan?.folder })}
    ${field({ name: "at", ...backup.at, value: typed?.at ?? plan?.at ?? "02:00" })}
    ${field({ name: "keep", ...backup.keep, value: typed?.keep ?? String(plan?.keep ?? 14) })}
    <button>${backup.save}</button>`,
  );
}
