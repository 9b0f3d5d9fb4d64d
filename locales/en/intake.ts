import { figures } from "#locales/en/common.ts";
import { whatBecomes } from "#locales/en/phrases.ts";
import type { IntakeWords } from "#locales/words/intake.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const { number } = figures;

const HEADINGS = {
  targets: "Targets",
  tasks: "Tasks with a deadline",
  warnings: "To be looked at",
  unread: "Not understood",
} as const;

export const intake: IntakeWords = {
  commands: {
    nhap: {
      purpose: "Take in a document: send or paste, preview, confirm",
      usage: "[its text]",
      examples: ["/nhap"],
    },
  },
  ask: ({ takesFiles, takesPictures }) =>
    text`${bold("Take in a document.")} ${takesFiles ? "Send its file (Word, Excel, pdf, pictures…), or paste" : takesPictures ? "Send a picture of a one-page document, or paste" : "Paste"} its text here, a long one in several messages. Then type “xong” (done), or “thôi” to stop.`,
  file: (name) => `File: ${name}`,
  pages: (count) => `${count} pictures sent at once, read in turn as the ${count} pages of one document`,
  reading: ({ page, of }) => (of > 1 ? `Reading page ${page} of ${of}…` : "Reading the document…"),
  readingLong: ({ of }) =>
    of > 1
      ? `Reading a document of ${of} pages; please wait a few minutes.`
      : "Reading the document; please wait a few minutes.",
  stillCollected: (parts) => `What is being pasted (parts: ${number(parts)}) stays as it is.`,
  onePage:
    "Here each picture comes by itself, so this one was read as a document of one page. Longer ones: send the file on the bot’s web page, or paste the text.",
  othersBeside:
    "In a group the bot gets only one of the files sent at once: reply /nhap to each of the others.",
  howInGroup: "In a group, reply to this message so that it is heard.",
  received: ({ parts, length, isOffered }) =>
    text`${isOffered ? "This looks like a document to be taken in. " : ""}${bold(`Parts received: ${number(parts)} (${number(length)} characters).`)} Paste more, or choose Read.`,
  replacedWhileCollecting: ({ at, parts, length }) =>
    text`${bold(`Part ${number(at)} of ${number(parts)} was replaced by what you corrected (${number(length)} characters in all).`)} Paste more, or choose Read.`,
  replaced: ({ at, parts }) =>
    bold(
      `${parts > 1 ? `Part ${number(at)} of ${number(parts)}` : "The text"} was replaced by what you corrected, and read anew. The earlier preview is no more.`,
    ),
  title: (source) => bold(source || "The document does not say who issued it"),
  sheet: ({ scope, period, units, indicators }) =>
    text`${bold(`${capital(scope)}, ${period}:`)} ${number(units)} units, ${number(indicators)} indicators`,
  counts: ({ asOf, ...counts }) => `${whatBecomes(counts)} · ${asOf ? `as of ${asOf}` : "as of: not stated"}`,
  moreUnits: (count) => `… and ${number(count)} more units`,
  moreSheets: (count) => `… and ${number(count)} more tables`,
  newUnits: (names, more) =>
    text`${bold("Not in the lists of units:")} ${names.join(", ")}${more > 0 ? ` and ${number(more)} more` : ""}`,
  heading: (kind, { count, shown }) =>
    bold(`${HEADINGS[kind]} (${number(count)}${shown < count ? `, ${number(shown)} shown` : ""}):`),
  nothingStored: (example) =>
    text`${bold("Nothing is stored yet. If it is right, choose Store.")} If something is wrong, type it right, such as: sửa ${example}.`,
  example: "Cương Chính tiến độ 82,71",
  known: "Nothing new: this is stored already.",
  empty: "Nothing in it can be stored. Check it, then type /nhap to take it in again.",
  howToRight: (example) =>
    `So it cannot be stored. Compare it with the original and type it right, such as: sửa ${example}; or leave a row out, such as: bỏ dòng Cương Chính.`,
  whoConfirms: (unit) => `Only an editor of ${fullName(unit)} or an operator can store it.`,
  notYet: {
    changed: bold("What is stored has just changed; nothing was saved. Look again, then choose Store."),
    "same-person": bold("You have confirmed it before. Another person has to confirm it too."),
    open: bold("It cannot be stored yet: see what has to be answered or mended at the end."),
  },
  oneMore: ({ code, told, isGroup }) =>
    text`${bold("First confirmation noted (1 of 2); nothing is stored yet.")} Another person who may ${isGroup ? "chooses Store under this message" : `types /nhap tóm tắt ${code}, looks at it and chooses Store`} within 24 hours.${told > 0 ? ` Told: ${number(told)}.` : ""}`,
  secondAsked: (name) =>
    text`${bold(`${name || "An editor"} confirmed a document; a second person has to confirm it.`)} Look at it, and choose Store if it is right.`,
  undone: "What was stored last is taken back.",
  undoOneMore:
    "Your wish to undo is noted; a second person has to agree. They choose Undo, or type /nhap hoàn tác in this chat. No figure has changed.",
  notUndone: ({ targets, tasks, units }) => {
    const kept = [
      ...(targets > 0 ? [`${number(targets)} targets`] : []),
      ...(tasks > 0 ? [`${number(tasks)} tasks`] : []),
      ...(units > 0 ? [`${number(units)} new units`] : []),
    ];
    return `Only figures were taken back; ${kept.join(", ")} of the document stay.`;
  },
  undoneSheet: ({ scope, period, version, restores }) =>
    `– ${scope}, ${period}: version ${number(version)} ${restores === 0 ? "holds no figures, as before" : `holds the figures of version ${number(restores ?? 0)} again`}.`,
  rows: bold("Every line as it was understood"),
  discarded: "It is thrown away, nothing was stored. Type /nhap to take it in again.",
  savedTargets: (count) => `Targets saved: ${number(count)}.`,
  howToCorrect:
    "If a figure is wrong, take in the right document with /nhap: a new version is stored and the correction announced; the old one stays readable.",
  endsSample: "From now on only real results are used; the sample data are gone.",
  actions: {
    read: "Read",
    confirm: "Store",
    rows: "Every line",
    summary: "Summary",
    discard: "Discard",
    again: "Take in again",
    undo: "Undo",
  },
};
