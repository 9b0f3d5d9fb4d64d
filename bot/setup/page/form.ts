import { html } from "hono/html";
import { PAGE_PATH } from "#bot/setup/page/paths.ts";
import type { SetupView } from "#bot/setup/page/view.ts";
import type { SetupStep } from "#services/setup-state.ts";

type Part = ReturnType<typeof html>;

/** What a step posts. */
export function form(step: SetupStep, { token }: Pick<SetupView, "token">, inside: Part): Part {
  return html`<form method="post" action="${PAGE_PATH}/${step}" autocomplete="off">
    <input type="hidden" name="token" value="${token}">
    ${inside}
  </form>`;
}

export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string | undefined;
  /** What is typed is secret: it is not shown, and not remembered. */
  readonly secret?: boolean;
}

/** One line to type, under its label. */
export function field({ name, label, hint = "", value = "", secret = false }: FieldOptions): Part {
  return html`<label class="field"><span>${label}</span>
    <input name="${name}" value="${value}" autocomplete="${secret ? "one-time-code" : "off"}" spellcheck="false"${secret ? html` class="secret"` : ""}>
    ${hint === "" ? "" : html`<small>${hint}</small>`}
  </label>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of several to choose. */
export function choices(name: string, label: string, offered: readonly Choice[], chosen: string): Part {
  return html`<fieldset><legend>${label}</legend>${offered.map(
    (choice) =>
      html`<label class="choice"><input type="radio" name="${name}" value="${choice.value}"${
        choice.value === chosen ? html` checked` : ""
      }><span>${choice.label}</span></label>`,
  )}</fieldset>`;
}
