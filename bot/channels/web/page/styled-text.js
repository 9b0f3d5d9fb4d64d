import { element } from "./dom.js";

const TAGS = { bold: "strong", italic: "em", code: "code" };

/**
 * A node for each line of a styled text; spans may nest and overlap. A command in code style can be tapped. An empty
 * line is space under the line before it, and one line break when copied.
 */
export function styledLines({ text, spans }, onCommand) {
  const nodes = [];
  let from = 0;
  for (const line of text.split("\n")) {
    const to = from + line.length;
    if (line !== "") nodes.push(element("div", {}, ...pieces({ text, spans, from, to }, onCommand)));
    else if (nodes.length > 0) endParagraph(nodes.at(-1));
    from = to + 1;
  }
  return nodes;
}

function endParagraph(node) {
  node.classList.add("paragraph-end");
  node.append("\n");
}

/** The part of the text between two places, cut wherever a span starts or ends. */
function pieces({ text, spans, from, to }, onCommand) {
  const ends = spans.flatMap(({ start, length }) => [start, start + length]);
  const cuts = new Set([from, to, ...ends.filter((end) => end > from && end < to)]);
  const edges = [...cuts].sort((a, b) => a - b);

  return edges.slice(0, -1).map((edge, i) => {
    const next = edges[i + 1];
    const over = spans.filter(({ start, length }) => start <= edge && next <= start + length);
    return piece(text.slice(edge, next), new Set(over.map(({ style }) => style)), onCommand);
  });
}

function piece(text, styles, onCommand) {
  if (styles.has("code") && text.startsWith("/")) {
    return element("button", { type: "button", className: "command", onclick: () => onCommand(text) }, text);
  }
  let node = document.createTextNode(text);
  for (const style of styles) node = element(TAGS[style] ?? "span", {}, node);
  return node;
}
