import { content } from "./content.js";
import { byId, element } from "./dom.js";

/** The commands that fit what is typed after "/", above the input. `choose` gets the command picked. */
export function createPalette(input, choose) {
  const box = byId("palette");
  let found = [];
  let active = 0;

  function update() {
    const query = input.value.match(/^\/(\S*)$/)?.[1];
    found = query === undefined ? [] : matches(fold(query));
    active = 0;
    draw();
  }

  function draw() {
    box.hidden = found.length === 0;
    box.replaceChildren(...found.map(option));
    input.setAttribute("aria-expanded", String(found.length > 0));
    if (found.length === 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", `option-${active}`);
    box.children[active].scrollIntoView({ block: "nearest" });
  }

  function option({ command, summary }, i) {
    const node = element("div", { id: `option-${i}`, role: "option", "aria-selected": String(i === active) });
    node.append(element("b", {}, command), element("span", {}, summary));
    node.onmousedown = (event) => event.preventDefault();
    node.onclick = () => choose(command);
    return node;
  }

  function hide() {
    found = [];
    draw();
  }

  /** Handles a key while open; true = it was for the palette. */
  function key(event) {
    if (found.length === 0) return false;
    const { command } = found[active];
    if (event.key === "Enter" && input.value.trim() === command) return false;
    const moves = { ArrowDown: 1, ArrowUp: found.length - 1 };
    if (event.key in moves) {
      active = (active + moves[event.key]) % found.length;
      draw();
    } else if (event.key === "Tab" || event.key === "Enter") choose(command);
    else if (event.key === "Escape") hide();
    else return false;
    return true;
  }

  return { update, hide, key };
}

/** Commands that begin so, then commands whose summary speaks of it. */
function matches(query) {
  const begins = content.commands.filter(({ command }) => fold(command).startsWith(`/${query}`));
  if (query === "") return begins;
  const speaks = content.commands.filter(({ summary }) => fold(summary).includes(query));
  return [...new Set([...begins, ...speaks])];
}

/** Without accents and case, as the bot reads commands. */
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}
