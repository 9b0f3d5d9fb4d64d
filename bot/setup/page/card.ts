import { html } from "hono/html";
import { channelPart } from "#bot/setup/page/channel-part.ts";
import { networkPart } from "#bot/setup/page/network-part.ts";
import { officePart } from "#bot/setup/page/office-part.ts";
import { backupPart, operatorPart, publishingPart, trialPart } from "#bot/setup/page/parts.ts";
import { PAGE_PATH } from "#bot/setup/page/paths.ts";
import type { SetupView, Told } from "#bot/setup/page/view.ts";
import type { SetupStep, Step } from "#services/setup-state.ts";

type Part = ReturnType<typeof html>;

const parts: Readonly<Record<SetupStep, (view: SetupView) => Part>> = {
  office: officePart,
  zalo: (view) => channelPart("zalo", view),
  telegram: (view) => channelPart("telegram", view),
  operator: operatorPart,
  trial: trialPart,
  publishing: publishingPart,
  backup: backupPart,
  network: networkPart,
};

/** One step: open where it is next, or where something was just said about it. */
export function card({ name, state }: Step, number: number, view: SetupView): Part {
  const { words, told } = view;
  const here = told?.step === name ? told : null;
  const isOpen = here === null ? state === "next" : here.outcome.kind !== "applied" || state === "next";
  const { title, why } = words.steps[name];
  return html`<li id="${name}" class="step ${state}">
  <details${isOpen ? html` open` : ""}>
    <summary>
      <span class="number" aria-hidden="true">${state === "done" ? "✓" : number}</span>
      <span class="what"><strong>${title}</strong> <small>${why}</small></span>
      <span class="state">${words.state[state]}</span>
    </summary>
    <div class="inside">${parts[name](view)}${canTakeBack(name, state) ? takeBack(name, view) : ""}</div>
  </details>
  ${here ? notice(here) : ""}
</li>`;
}

const tones = { applied: "good", done: "good", choose: "ask", refused: "bad" } as const;

function notice({ outcome: { kind, said } }: Told): Part {
  const role = kind === "refused" ? "alert" : "status";
  return html`<div class="notice ${tones[kind]}" role="${role}">${said.map(
    (sentence) => html`<p>${sentence}</p>`,
  )}</div>`;
}

function canTakeBack(name: SetupStep, state: Step["state"]): boolean {
  return state === "done" && name !== "trial";
}

function takeBack(name: SetupStep, { token, words }: SetupView): Part {
  return html`<form method="post" action="${PAGE_PATH}/${name}" class="undo">
    <input type="hidden" name="token" value="${token}">
    <button name="undo" value="1" class="plain">${words.undo}</button>
  </form>`;
}
