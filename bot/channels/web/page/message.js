import { content, words } from "./content.js";
import { element } from "./dom.js";
import { foldedIfLong } from "./fold.js";
import { styledLines } from "./styled-text.js";

const zone = { timeZone: content.timeZone };
const clock = new Intl.DateTimeFormat(content.language, { ...zone, hour: "2-digit", minute: "2-digit" });
const fullDate = new Intl.DateTimeFormat(content.language, {
  ...zone,
  dateStyle: "full",
  timeStyle: "short",
});

/** A list item showing the message; `on` says what its parts do when tapped. */
export function messageNode(message, on) {
  const { id, from, picture, file, attached, actions } = message;
  const node = element("li", { id: `m-${id}`, className: `message ${from}`, tabIndex: -1 });
  if (picture) node.style.setProperty("--ratio", picture.width / picture.height);
  const bubble = element("div", { className: picture ? "bubble with-picture" : "bubble" });
  bubble.append(element("span", { className: "unseen" }, words.speaker[from]));
  if (picture) bubble.append(pictureNode(picture, on.enlarge));
  if (message.text) bubble.append(...textNodes(message, on.command));
  if (file) bubble.append(fileNode(file));
  for (const name of attached ?? []) bubble.append(element("div", { className: "attached" }, name));
  bubble.append(timeNode(message.at));
  node.append(bubble);
  if (actions.length > 0) node.append(actionsNode(message, node, on.press));
  return node;
}

/** Says under a message of one's own that it was not sent, with a button that tries again where that may help. */
export function unsentNode(reason, again) {
  const button = { type: "button", className: "plain", onclick: again };
  const tries = again ? [element("button", button, words.unsent.again)] : [];
  return element("p", { className: "unsent", role: "alert" }, `${reason} `, ...tries);
}

/** Says in a message of one's own how much of it is sent. */
export const progressNode = () => element("p", { className: "sending", role: "status" });

function textNodes(message, onCommand) {
  const node = element("div", { className: "text" }, ...styledLines(message, onCommand));
  return message.from === "me" ? foldedIfLong(message.text, node) : [node];
}

function pictureNode({ url, width, height, alt }, enlarge) {
  const image = element("img", { alt, width, height, decoding: "async" });
  const open = () => enlarge({ url, alt });
  const frame = element("button", { type: "button", className: "picture waiting", onclick: open }, image);
  frame.title = words.picture.enlarge;
  image.onload = () => frame.classList.remove("waiting");
  image.onerror = () => frame.replaceWith(failedPicture({ url, width, height, alt }, enlarge));
  image.src = url;
  return frame;
}

function failedPicture(picture, enlarge) {
  const note = element("p", { className: "picture-failed" }, `${words.picture.failed} `);
  const again = () => note.replaceWith(pictureNode(picture, enlarge));
  note.append(element("button", { type: "button", className: "plain", onclick: again }, words.picture.retry));
  return note;
}

function fileNode({ url, name }) {
  const label = element("span", { className: "name" }, name);
  return element("a", { className: "file", href: url, download: name }, label, words.file.download);
}

function timeNode(at) {
  const date = new Date(at);
  const title = fullDate.format(date);
  return element("time", { dateTime: date.toISOString(), title }, clock.format(date));
}

function actionsNode(message, node, press) {
  const rows = message.actions.map((row) => {
    const buttons = row.map((action) => {
      const button = element("button", { type: "button", className: "action" }, action.label);
      button.onclick = () => press(action, message, node, button);
      return button;
    });
    return element("div", { className: "row" }, ...buttons);
  });
  return element("div", { className: "actions" }, ...rows);
}
