import { words } from "./content.js";
import { element } from "./dom.js";

/** A longer message would fill a phone's screen by itself. */
const MOST_LINES = 12;
const MOST_CHARACTERS = 600;

/** Nodes showing a text: one that is long is folded, with a button that unfolds it and folds it again. */
export function foldedIfLong(text, textNode) {
  if (text.length <= MOST_CHARACTERS && text.split("\n").length <= MOST_LINES) return [textNode];
  const button = element("button", { type: "button", className: "plain" });
  const fold = (isFolded) => {
    textNode.classList.toggle("folded", isFolded);
    button.textContent = isFolded ? words.fold.open : words.fold.close;
    button.ariaExpanded = String(!isFolded);
  };
  button.onclick = () => fold(!textNode.classList.contains("folded"));
  fold(true);
  return [textNode, button];
}
