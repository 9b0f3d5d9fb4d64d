import { createComposer } from "./composer.js";
import { createConnection } from "./connection.js";
import { words } from "./content.js";
import { byId, randomId } from "./dom.js";
import { createLog } from "./log.js";
import { unsentNode } from "./message.js";
import { createViewer } from "./viewer.js";

/** A line that comes back at once was never worth a word. */
const PATIENCE_MS = 600;
const RESTORED_SHOWN_MS = 2500;

const viewer = createViewer();
const composer = createComposer(say);
const log = createLog({ command: composer.fill, enlarge: viewer.open, press });
const connection = createConnection({ news, link: linkWords() });

function news({ messages, doing }, first) {
  for (const { from, text } of first ? messages : []) if (from === "me") composer.remember(text);
  log.show(messages, { first });
  log.work(doing);
}

/** Shows one's message at once, then sends it; what did not arrive says so and can be sent again. */
async function say(text) {
  const message = { id: randomId(), from: "me", at: Date.now(), text, spans: [], actions: [] };
  log.show([message]);
  await deliver(message);
}

async function deliver({ id, text }) {
  const reason = await connection.post({ id, text });
  if (reason === null) return;
  const note = unsentNode(unsentWords(reason), () => {
    note.remove();
    void deliver({ id, text });
  });
  byId(`m-${id}`)?.append(note);
  note.scrollIntoView({ block: "nearest" });
}

/** A pressed action waits on its message, which the answer replaces. */
async function press({ command }, message, node, button) {
  composer.warn("");
  node.setAttribute("aria-busy", "true");
  for (const other of node.querySelectorAll(".action")) other.disabled = true;
  button.classList.add("pressed");
  const reason = await connection.post({ id: randomId(), text: command, pressed: message.id });
  if (reason === null) return;
  log.release(node);
  composer.warn(unsentWords(reason));
}

function unsentWords(reason) {
  return reason === "tooLong" ? words.tooLong : (words.unsent[reason] ?? words.unsent.failed);
}

function linkWords() {
  const line = byId("link");
  let timer;
  let isUp = true;
  return (up) => {
    if (up === isUp) return;
    isUp = up;
    clearTimeout(timer);
    if (!up) timer = setTimeout(() => tell(words.link.lost), PATIENCE_MS);
    else if (line.textContent) {
      tell(words.link.restored);
      timer = setTimeout(() => tell(""), RESTORED_SHOWN_MS);
    }
  };

  function tell(text) {
    line.textContent = text;
  }
}
