// Looks every second whether the bot has something else to show, also while it restarts and does not answer. The first
// look of the page between tells the bot that it may.
import { isTyping } from "./typing.js";

const PAGE = "/thietlap";
const EVERY_MS = 1000;

const shown = document.body.dataset.mark;
const isWaiting = document.querySelector(".applying, .waiting") !== null;
if (isWaiting) await look();

async function look() {
  const mark = await fetch(`${PAGE}/mark`, { cache: "no-store" })
    .then((answer) => (answer.ok ? answer.text() : shown))
    .catch(() => shown);
  if (mark !== shown && !isTyping()) location.replace(PAGE);
  else setTimeout(look, EVERY_MS);
}
