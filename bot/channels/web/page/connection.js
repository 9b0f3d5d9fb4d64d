const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;
/** Twice the server's heartbeat, and a little. */
const SILENCE_MS = 35_000;
const POST_PATIENCE_MS = 20_000;
/** 20 MB over a slow line. */
const UPLOAD_PATIENCE_MS = 300_000;
const LONGEST_NAME = 255;
/** A tab nobody looks at gives its connection back: browsers allow six. */
const HIDDEN_MS = 60_000;

/**
 * The page's line to the bot: listens for news, comes back by itself, and asks for what it missed.
 * `on.news(news, first)` gets what changed, `on.link(up)` whether the line stands.
 */
export function createConnection(on) {
  let token = document.querySelector("meta[name=page-token]").content;
  let after = "";
  let attempts = 0;
  let source;
  let next;
  let silence;
  let greeted = () => {};

  function open() {
    close();
    source = new EventSource(`/chat/events?after=${after}`);
    source.addEventListener("hello", hello);
    source.addEventListener("news", news);
    source.addEventListener("pulse", alive);
    source.onerror = retry;
    alive();
  }

  function close() {
    clearTimeout(next);
    clearTimeout(silence);
    source?.close();
    source = undefined;
  }

  function retry() {
    close();
    on.link(false);
    next = setTimeout(open, Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS));
    attempts += 1;
  }

  function alive() {
    clearTimeout(silence);
    silence = setTimeout(retry, SILENCE_MS);
  }

  function hello({ data }) {
    token = JSON.parse(data).token;
    attempts = 0;
    alive();
    on.link(true);
    greeted();
  }

  function news({ data }) {
    alive();
    const { epoch, version, ...changes } = JSON.parse(data);
    const first = after === "";
    after = `${epoch}.${version}`;
    on.news(changes, first);
  }

  /** Opens anew and waits until the bot has greeted: the token and cookie are then good. */
  async function refresh() {
    const greeting = new Promise((resolve) => {
      greeted = resolve;
    });
    open();
    await Promise.race([greeting, new Promise((resolve) => setTimeout(resolve, 5000))]);
  }

  /** Resolves with null when the bot has it, else with the reason as a key of `words.unsent`. */
  async function post(message, again = true) {
    const answer = await deliver(message, token).catch(() => undefined);
    if (answer?.ok) return null;
    if (answer?.status === 403 && again) {
      await refresh();
      return post(message, false);
    }
    const reason = await answer?.json().catch(() => ({}));
    return reason?.error ?? "failed";
  }

  /** The same for the files of a paper; `onProgress` hears what part of it is sent, from 0 to 1. */
  async function upload(message, onProgress, again = true) {
    const { status, reason } = await uploaded(message, token, onProgress);
    if (status === 202) return null;
    if (status === 403 && again) {
      await refresh();
      return upload(message, onProgress, false);
    }
    return reason;
  }

  watchVisibility({ isOpen: () => source?.readyState === EventSource.OPEN, open, close });
  open();
  return { post, upload };
}

function deliver(message, token) {
  return fetch("/chat/send", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Page-Token": token },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(POST_PATIENCE_MS),
  });
}

/** A line that says what follows, then the files. fetch tells no progress of what it sends. */
function uploaded({ id, files }, token, onProgress) {
  const head = { id, files: files.map(({ name, size }) => ({ name: name.slice(0, LONGEST_NAME), size })) };
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/chat/file");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-Page-Token", token);
    request.timeout = UPLOAD_PATIENCE_MS;
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onloadend = () =>
      resolve({ status: request.status, reason: request.response?.error ?? "failed" });
    request.send(new Blob([JSON.stringify(head), "\n", ...files]));
  });
}

function watchVisibility({ isOpen, open, close }) {
  let hiding;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(close, HIDDEN_MS);
    else if (!isOpen()) open();
  });
  addEventListener("online", open);
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => {
    if (event.persisted) open();
  });
}
