import { content, words } from "./content.js";
import { byId, element } from "./dom.js";
import { createPalette } from "./palette.js";

const hasKeyboard = matchMedia("(hover: hover) and (pointer: fine)").matches;

/** The input with its suggestions, its commands and its memory of what was sent. `submit` gets each text. */
export function createComposer(submit) {
  const form = byId("composer");
  const input = byId("input");
  const notice = byId("notice");
  const said = [];
  let back = 0;

  const palette = createPalette(input, (command) => fill(`${command} `));
  const suggestions = () =>
    content.suggestions.map((text) =>
      element("button", { type: "button", className: "suggestion", onclick: () => send(text) }, text),
    );
  byId("welcome").append(...suggestions());
  byId("suggestions").append(...suggestions());

  function send(text) {
    remember(text);
    submit(text);
  }

  function remember(text) {
    if (said.at(-1) !== text) said.push(text);
    back = 0;
  }

  function fill(text) {
    input.value = text;
    input.focus();
    changed();
  }

  function changed() {
    const isTooLong = input.value.length > content.limit;
    warn(isTooLong ? words.tooLong : "");
    byId("send").disabled = isTooLong || input.value.trim() === "";
    byId("suggestions").hidden = input.value !== "";
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
    palette.update();
  }

  function warn(text) {
    notice.textContent = text;
    notice.hidden = text === "";
  }

  /** Up and down through what was sent, as in a terminal; only from an empty line or from an older text. */
  function recall(event) {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step || (back === 0 && input.value !== "")) return false;
    if (back > 0 && input.value !== said.at(-back)) return false;
    const to = back + step;
    if (to < 0 || to > said.length) return false;
    fill(to === 0 ? "" : said.at(-to));
    palette.hide();
    back = to;
    return true;
  }

  form.onsubmit = (event) => {
    event.preventDefault();
    if (byId("send").disabled) return;
    send(input.value.trim());
    input.value = "";
    changed();
  };
  input.oninput = changed;
  input.onblur = palette.hide;
  input.onkeydown = (event) => {
    // An input method still spelling a word (Telex) keeps its keys.
    if (event.isComposing || event.keyCode === 229) return;
    if (palette.key(event) || recall(event)) return event.preventDefault();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit();
  };
  byId("slash").onmousedown = (event) => event.preventDefault();
  byId("slash").onclick = () => fill("/");
  if (hasKeyboard) input.focus();

  return { fill, warn, remember };
}
