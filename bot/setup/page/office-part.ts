import { html } from "hono/html";
import { field, form } from "#bot/setup/page/form.ts";
import type { SetupView } from "#bot/setup/page/view.ts";

/** The office is typed, and chosen among several of its name. */
export function officePart(view: SetupView) {
  const { words, home, told, placeOf } = view;
  const here = told?.step === "office" ? told : null;
  const offered = here?.outcome.kind === "choose" ? here.outcome.units : [];
  const { label, example, save, now } = words.office;
  return html`${home ? html`<p class="now">${now(home)}</p>` : ""}
  ${
    offered.length === 0
      ? ""
      : form(
          "office",
          view,
          html`<div class="offered">${offered.map(
            (unit) => html`<button name="unit" value="${unit.id}">${placeOf(unit)}</button>`,
          )}</div>`,
        )
  }
  ${form(
    "office",
    view,
    html`<div class="line">${field({ name: "name", label, hint: example, value: here?.typed.name })}
      <button>${save}</button></div>`,
  )}`;
}
