import { createAttach } from "./attach.js";
import { createComposer } from "./composer.js";
import { createConnection } from "./connection.js";
import { content, words } from "./content.js";
import { byId, randomId } from "./dom.js";
import { createLog } from "./log.js";
import { progressNode, unsentNode } from "./message.js";
import { createViewer } from "./viewer.js";

/** A line that comes back at once was never worth a word. */
const PATIENCE_MS = 600;
const RESTORED_SHOWN_MS = 2500;

const viewer = createViewer();
const composer = createComposer(say);
const log = createLog({ command: composer.fill, enlarge: viewer.open, press });
const connection = createConnection({ news, link: linkWords() });
createAttach(sendPaper);
offerCommand();

/** A link to this page may name a command after "#": it stands there to be sent, and is never sent by itself. */
function offerCommand() {
  const command = readHash();
  if (!command.startsWith("/")) return;
  history.replaceState(null, "", location.pathname);
  composer.fill(command);
}

function readHash() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

function news({ messages, doing }, first) {
  for (const { from, text } of first ? messages : []) if (from === "me" && text) composer.remember(text);
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
  if (reason !== null) tellUnsent(id, reason, () => void deliver({ id, text }));
}

/** Without `again` it is not offered to be sent once more. */
function tellUnsent(id, reason, again) {
  const retry = () => {
    note.remove();
    again();
  };
  const note = unsentNode(unsentWords(reason), again && retry);
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

/** Shows what a paper's files are called at once, with how much of them is sent. What is too large is not sent. */
async function sendPaper(files) {
  const id = randomId();
  const frame = { id, from: "me", at: Date.now(), text: "", spans: [], actions: [] };
  log.show([{ ...frame, attached: files.map(({ name }) => name) }]);
  const isTooLarge = files.reduce((sum, { size }) => sum + size, 0) > content.fileLimit;
  if (isTooLarge) tellUnsent(id, "fileTooLarge");
  else await deliverPaper({ id, files });
}

async function deliverPaper(message) {
  const node = byId(`m-${message.id}`);
  const progress = progressNode();
  node?.querySelector(".bubble").append(progress);
  node?.scrollIntoView({ block: "nearest" });
  const reason = await connection.upload(message, (part) => {
    progress.textContent = `${words.attach.sending} ${Math.floor(part * 100)} %`;
  });
  progress.remove();
  if (reason !== null) tellUnsent(message.id, reason, () => void deliverPaper(message));
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
