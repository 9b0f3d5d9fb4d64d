import { words } from "./content.js";
import { dayNode, dayOf } from "./days.js";
import { byId, element } from "./dom.js";
import { messageNode } from "./message.js";

/** How far from the end one still counts as reading the end. */
const NEAR_PX = 120;
const MAX_SHOWN = 400;

/** The conversation on the page. Messages come in order; one whose id is shown is put in its place. */
export function createLog(on) {
  const log = byId("log");
  const list = byId("messages");
  const working = byId("working");
  const latest = byId("latest");
  let lastDay = "";

  const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
  const toEnd = () => log.scrollTo({ top: log.scrollHeight });

  latest.onclick = () => {
    toEnd();
    latest.hidden = true;
  };
  log.addEventListener("scroll", () => {
    if (isAtEnd()) latest.hidden = true;
  });
  new ResizeObserver(keepEnd(log)).observe(log);

  /** Shows messages; on the first call the log simply opens at its end. */
  function show(messages, { first = false } = {}) {
    const wasAtEnd = isAtEnd();
    const nodes = messages.map(place);
    document.body.classList.toggle("talking", list.childElementCount > 0);
    const newest = nodes.at(-1);
    if (!newest) return;
    if (first || messages.at(-1).from === "me") return toEnd();
    if (wasAtEnd) bringIntoView(newest);
    else if (newest === list.lastElementChild) latest.hidden = false;
  }

  function place(message) {
    const node = messageNode(message, on);
    const shown = byId(node.id);
    if (shown) return replace(shown, node);
    if (dayOf(message.at) !== lastDay) list.append(dayNode(message.at));
    lastDay = dayOf(message.at);
    list.append(node);
    while (list.childElementCount > MAX_SHOWN) list.firstElementChild.remove();
    return node;
  }

  /** A message taller than the log is shown from its first line. */
  function bringIntoView(node) {
    if (node.offsetHeight > log.clientHeight) node.scrollIntoView({ block: "start" });
    else if (node === list.lastElementChild) toEnd();
    else node.scrollIntoView({ block: "nearest" });
  }

  function work(doing) {
    const wasAtEnd = isAtEnd();
    const dots = element("span", { className: "dots", "aria-hidden": "true" });
    dots.append(element("i"), element("i"), element("i"));
    working.replaceChildren(...(doing ? [dots, words.working[doing]] : []));
    working.hidden = !doing;
    if (doing && wasAtEnd) toEnd();
    if (!doing) for (const node of list.querySelectorAll("[aria-busy]")) release(node);
  }

  return { show, work, release };
}

function replace(shown, node) {
  const hadFocus = shown.contains(document.activeElement);
  shown.replaceWith(node);
  if (hadFocus) node.focus({ preventScroll: true });
  return node;
}

/** Ends the waiting of a message whose action was pressed. */
function release(node) {
  node.removeAttribute("aria-busy");
  for (const button of node.querySelectorAll(".action")) {
    button.disabled = false;
    button.classList.remove("pressed");
  }
}

/** When the keyboard or a longer input takes room, the end of the log stays in view. */
function keepEnd(log) {
  let height = log.clientHeight;
  return () => {
    const lost = height - log.clientHeight;
    height = log.clientHeight;
    if (lost !== 0) log.scrollBy({ top: lost });
  };
}
