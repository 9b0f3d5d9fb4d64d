import { rights } from "#locales/en/chats.ts";
import { evidence, figures } from "#locales/en/common.ts";
import { explanations } from "#locales/en/explanations.ts";
import { importing } from "#locales/en/import.ts";
import { periods } from "#locales/en/period.ts";
import { LIST_TITLES } from "#locales/en/rank.ts";
import { quote } from "#locales/shared/quote.ts";
import type { RefusalWords } from "#locales/words/refusals.ts";
import type { Beyond } from "#services/refusal.ts";
import { code, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const { number } = figures;

const RESET_SIDES = { up: "at least", down: "at most", below: "less than" } as const;

/** Of what is sent to a chat, where it stands until its sender deletes it. */
const SENT: Partial<typeof importing.refused> = {
  classified: () =>
    "The document bears a secrecy mark: nothing was read or kept. Please delete the message from this chat too.",
};

/** Of text pasted in a chat, where there is no file. */
const PASTED: Partial<typeof importing.refused> = {
  ...SENT,
  "not-text": () => "This is not text. Paste the words of the document.",
  "too-many-rows": ({ rows }) => `It is longer than ${rows} lines. Paste it as several documents.`,
  "too-slow": () => "Reading it took too long and was stopped. Split it into smaller pieces.",
};

const BEYOND: Readonly<Record<Beyond, string>> = {
  mend: "Figures are not changed one by one in a chat: take in the corrected document with /nhap; its version replaces the old one and says what changed.",
  file: "This table comes as Excel, not yet as Word or PDF. Word and PDF papers: /congvan, /giaoban, /baocao.",
  forecast:
    "The bot answers from figures there are; it does not forecast. To suppose a figure: /gialap; what to do first: /visao <unit>.",
  average: "The bot does not work out averages yet.",
  formula: "The bot cannot explain terms and rules yet. How indicators are scored: /congthuc.",
  send: "The bot takes no orders to send messages in plain words. To subscribe: /dangky <unit>; to schedule: /lich.",
};

const NOT_TAKEN_BACK = {
  unasked:
    "Only an answer that somebody in a group asked for can be taken back; broadcasts and alerts cannot.",
  other: "Only whoever asked, or an admin of the group, can take this answer back.",
  old: "Telegram does not delete this message any more (it is older than 48 hours, or gone).",
} as const;

/** What of a line of corrections was not understood. */
const CORRECTION_PROBLEMS = {
  line: "not understood. Type it like: sửa Cương Chính tiến độ 82,71; bỏ dòng Thủ Sỹ; kỳ 8/2024.",
  unit: "it is unclear which unit of the document is meant. Type its name first, like: sửa Cương Chính tiến độ 82,71.",
  indicator: "it is unclear which indicator. Type it like: sửa Cương Chính tiến độ 82,71.",
  value: "there is no figure. Type it at the end, like: sửa Cương Chính tiến độ 82,71.",
  period: "it is unclear which period. Type it like: kỳ 8/2024, kỳ quý 3/2025.",
  scope: "it is unclear which area. Type it like: địa bàn huyện Tiên Lữ.",
  name: "it is unclear which unit that is.",
  "cell-period":
    "the document has no figures of that period, or it is unclear which. Type it like: sửa Cương Chính tháng 8/2024 tiến độ 82,71.",
  more: "there are words or figures that were not understood. A line puts one figure right, like: sửa Cương Chính tiến độ 82,71.",
  nothing: "there is nothing to be done.",
  early: "no figure could be taken yet. Answer the question about the period or the area first.",
} as const;

/** What was sent is not read; by what else would be. */
const wordsOnly = {
  file: "The bot cannot read voice, films or stickers. To take in a document, send its file (Word, Excel, pdf, pictures…), or type /nhap and paste its text.",
  picture:
    "Here the bot gets words and pictures, no files or voice. To take in a document: send its file on the bot’s web page, a picture of a one-page document here, or type /nhap and paste its text.",
  nothing:
    "Here the bot reads words alone, no files, pictures or voice. Type a question, as /xephang thang 8. To take in a document: type /nhap and paste its text.",
};

/** What a supposition lacks. */
const UNCLEAR = {
  value: "It is not clear how much is supposed.",
  indicator: "It is not clear of which indicator.",
  measure: "The number and the indicator differ in measure; only points and rates can be supposed.",
  one: "One indicator at a time can be supposed.",
} as const;

export const refusals: RefusalWords = {
  "unknown-command": ({ typed, near }) =>
    `There is no command ${quote(typed)}. Type /trogiup for all of them${near ? ", or choose the nearest:" : "."}`,
  "not-understood": ({ typed }) =>
    typed
      ? `The bot did not understand ${quote(typed)}. Try: /xephang thang 8, /xa <unit>, or type /trogiup.`
      : "What would you like to see? Try: /xephang thang 8, /xa <unit>, or type /trogiup.",
  "one-at-a-time": ({ command }) => `/${command} shows one unit at a time. Choose:`,
  untaken: ({ command, parts }) => `/${command} does not take ${parts.map(quote).join(", ")}. Without that:`,
  beyond: ({ matter, near }) => `${BEYOND[matter]}${near ? " What can be seen now:" : ""}`,
  "words-left": ({ words, near }) =>
    `The bot did not understand ${words.map(quote).join(", ")} here and does not answer, lest it be wrong. ${
      near ? "Without that, you mean:" : "Say it more briefly, or type /trogiup."
    }`,
  "nothing-before": () =>
    "The bot no longer remembers the question before (only for 10 minutes). Ask it whole, as in /xephang thang 8.",
  "no-more-pages": () => "The list shown last has no further page. Type the command again to begin anew.",
  "words-only": ({ or }) => wordsOnly[or ?? "nothing"],
  "edit-not-taken": () =>
    "The bot has what was sent before the correction, and not the correction. Type “stop”, then send it anew from the start.",
  "edit-of-stored": () =>
    "The figures of this document are stored already; correcting the message does not change them. To restate them, type /nhap and paste the right document.",
  "dead-button": () => "This button works no more. Type a command, as /xephang, or type /trogiup.",
  "too-long": ({ limit }) =>
    `Messages over ${limit} characters are not read as a command. Type a shorter one, e.g. /xephang thang 8.`,
  "answer-too-long": ({ limit, length }) =>
    `At most ${figures.number(limit)} characters can be taken, and yours are ${figures.number(length)}. Send a shorter text, or “stop”.`,
  "unknown-unit": ({ typed, near }) =>
    `No unit ${quote(typed)} was found. Check the name${near ? ", or choose the nearest:" : "."}`,
  "span-count": ({ fewest, most }) =>
    `A trend takes ${number(fewest)} to ${number(most)} periods. Type it again, as in /xuhuong Cương Chính 12 kỳ.`,
  "one-period": ({ typed }) =>
    `One period is shown at a time; ${quote(typed)} is one more. Type one after the other; two periods are compared by /sosanh Thủ Sỹ 8/2024 với 9/2024.`,
  "no-such-file": ({ typed }) =>
    `There is no file ${quote(typed)} here. Excel, csv: /xuat; pdf, Word: /congvan, /giaoban, /baocao.`,
  ambiguous: ({ typed }) => `Several units match ${quote(typed)}. Did you mean:`,
  "unit-needed": ({ command }) => `Add the name of a unit, e.g. /${command} Cương Chính.`,
  "sides-needed": () =>
    "Name two units (/sosanh Thủ Sỹ, Cương Chính), or one unit and two periods (/sosanh Thủ Sỹ 8/2024 với 9/2024).",
  "too-many-sides": ({ most }) => `At most ${number(most)} periods are compared at once.`,
  "no-common-period": ({ units }) =>
    `There is no period with figures of all of ${units.map(fullName).join(", ")}.`,
  "no-data": ({ unit }) => `There are no figures of ${fullName(unit)} yet. Type /nguon to see what there is.`,
  "no-list": ({ unit }) =>
    `There is no list of the units of ${fullName(unit)} yet. Type /nguon to see what there is; for the unit itself, where it has any: /xa ${fullName(unit)}.`,
  "no-sources": ({ unit, others }) =>
    others.length > 0
      ? `There is no list of the units of ${fullName(unit)} yet. There are figures of:`
      : "There are no figures yet. Whoever takes papers in sends a file, or types /nhap and pastes the text, to take in the first paper.",
  "several-months": () =>
    "A report is of several months: name a quarter or a year, as /baocao Q3. For one month use /congvan.",
  "no-children": ({ unit }) =>
    `${fullName(unit)} has no units to rank. Type /xa ${fullName(unit)} for its own figures.`,
  "no-period": ({ unit, wished, lacks, available }) =>
    `There are no figures of ${lacks ? `${figures.indicator(lacks).toLowerCase()} of ` : ""}${fullName(unit)} for ${wished ? periods.name(wished) : "that period"}.${available.length > 0 ? ` There are: ${available.slice(0, 6).map(periods.name).join(", ")}.` : ""}`,
  "no-indicator": ({ unit, available }) =>
    `The list of ${fullName(unit)} does not have that indicator.${available.length > 0 ? ` It has: ${available.join(", ")}.` : ""}`,
  "take-count": ({ most }) =>
    `The number of units must be a whole one from 1 to ${number(most)}. Type it again, such as /xephang top 5.`,
  "limit-of-what": ({ indicator, near }) =>
    `That level is none of ${figures.indicator(indicator).toLowerCase()}. Of which indicator${near ? ":" : "? Type its name with it, as in /xephang dưới 95% đúng hạn."}`,
  "no-map": ({ scope, period, why }) =>
    why === "period"
      ? `There are maps for periods from 1 July 2025 on alone, when today's units began; ${periods.name(period)} of ${fullName(scope)} can be seen as a ranking.`
      : `${capital(fullName(scope))} ended on 30 June 2025 and has no map; ${periods.name(period)} can be seen as a ranking.`,
  "no-moves": ({ scope, period, because, before }) =>
    `No map of places gained and lost in ${periods.name(period)} of ${fullName(scope)}: ${because ? evidence.incomparable(because, before) : "no earlier places to compare with"}.`,
  "no-target-of": ({ indicator, period }) =>
    `No target is set for ${figures.indicator(indicator).toLowerCase()} in ${periods.name(period)}. These have one:`,
  "no-volumes": ({ scope, period }) =>
    `It is not known how many dossiers the units of ${fullName(scope)} received in ${periods.name(period)}. The whole list:`,
  "no-targets": ({ scope, period }) =>
    `No target is set for the units of ${fullName(scope)} in ${periods.name(period)}. By a figure of your own: /xephang dưới 85.`,
  "no-targets-of": ({ unit, period }) =>
    `No document sets targets for ${fullName(unit)} in ${periods.name(period)}.`,
  "not-owed": ({ indicator }) => `${figures.indicator(indicator)} counts no dossiers that are late or stuck.`,
  "nothing-owed": ({ unit, period }) =>
    `There are no counts of late or stuck dossiers of ${fullName(unit)}${period ? ` ${periods.name(period)}` : ""}.`,
  "what-if-unclear": ({ lacks }) => `${UNCLEAR[lacks]} Type it as: /gialap Cương Chính đúng hạn 95%.`,
  "what-if-range": ({ indicator, most }) =>
    `${capital(figures.indicator(indicator))} can only lie between 0 and ${number(most)}${indicator.measure === "rate" ? "%" : " points"}.`,
  "no-sum": ({ indicator }) =>
    `${capital(figures.indicator(indicator))} cannot be added up; only counts can. The area as a whole: see the summary.`,
  "no-version": ({ held }) =>
    held.length === 0
      ? "This period has no version yet."
      : `This period has only version ${held.join(", ")}. Type again with one of these.`,
  "none-of-title": ({ title, scope, period, held }) =>
    `The list of ${fullName(scope)} for ${periods.name(period)} has no ${LIST_TITLES[title]}: it holds ${held}.`,
  "withdrawn-version": ({ version }) =>
    `Version ${version} withdrew all figures and holds none. Type /nguon to see the other versions.`,
  "sample-stays": () =>
    "These are sample figures, which are neither restored nor withdrawn. They end once real figures are taken in.",
  "no-such-page": ({ pages }) => `The list has only ${pages} pages. Type again with “trang ${pages}”.`,
  "code-needed": () => "Type the code in the lower corner of the picture, e.g. /kiemtra 7KQ2.",
  "unknown-code": ({ typed }) =>
    `No figures bear the code ${quote(typed)}. Check the code; if it is right, this bot did not draw that picture.`,
  "unknown-topic": ({ typed }) => `There is no command ${quote(typed)}. Type /trogiup for all of them.`,
  "not-taken-back": ({ because }) => NOT_TAKEN_BACK[because],
  "chat-admin-only": ({ byCode }) =>
    byCode
      ? "Only who was given this group may change its settings and subscriptions. Ask the bot's operator for the group's code, then type here: /quyen <code>."
      : "Only the group's admins may change its settings and subscriptions. Ask one of them to type this command.",
  "role-needed": ({ role }) => `This command needs the role ${role}. Ask the bot's operator for it.`,
  "role-needed-there": ({ role, unit }) =>
    `This command needs the role ${rights.roles[role]} of ${fullName(unit)}. Ask the bot's operator for it.`,
  "chat-not-approved": ({ chat, kind, asked }) => {
    const who = kind === "group" ? "This group" : "You";
    return asked
      ? `${who} may not use the bot yet. The operators have been asked; the bot will say here when it is approved.`
      : text`${who} may not use the bot yet. Send this id to the operator: ${code(chat)}`;
  },
  "unknown-setting": ({ typed }) =>
    `The bot did not understand the setting ${quote(typed)}. Type /caidat for the settings and how to change them.`,
  "no-tables-here": () =>
    "Tables with columns cannot be sent here; everything stays in words, pictures and Excel files. They work in Telegram.",
  "rights-unclear": ({ typed }) =>
    `The bot did not understand ${quote(typed)}. To enter a code: /quyen <code>. Operators type /quyen to see how rights are given.`,
  "wrong-code": () => "The code is wrong, used or expired. Check it, or ask the operator for a new one.",
  "too-many-tries": ({ minutes }) => `Too many wrong codes. Try again in ${minutes} minutes.`,
  "code-for-group": () => "This code is for a group. Type the same command in that group.",
  "private-only": ({ command }) =>
    `This is done in a private chat with the bot. Open it and type /${command} there.`,
  "nothing-held": ({ person }) =>
    person === null
      ? "You hold no rights and no subscriptions: there is nothing to hand over."
      : text`${code(person)} holds no rights and no subscriptions: there is nothing to hand over.`,
  "own-post": () => "You made this code yourself to hand over. Pass it on to whoever takes over.",
  "post-is-gone": () => "Whoever handed over holds nothing any more. Ask an operator for rights.",
  "handover-unclear": ({ typed }) =>
    `The bot does not understand ${quote(typed)}. Type /bangiao for a handover code, /bangiao huỷ to call it back.`,
  "no-such-right": ({ person }) => text`${code(person)} has no such right. Type /quyen for the list.`,
  "unknown-chat": ({ typed }) =>
    `No chat with the id ${quote(typed)} was heard of. Type /quyen for those that wait.`,
  "unknown-broadcast": ({ typed }) =>
    typed
      ? `No broadcast bears the code ${quote(typed)}. Type /phatsong for all of them.`
      : "Add the broadcast's code, or type /phatsong to choose one.",
  "schedule-unclear": ({ typed }) =>
    `${typed ? `The bot did not understand the schedule ${quote(typed)}.` : "When should it be sent?"} Type it like: /lich thêm hằng tháng ngày 5 lúc 8:00, chờ số liệu đến ngày 8.`,
  "rule-unclear": ({ typed }) =>
    `The bot does not understand ${quote(typed)}. Type as in: /nguong đúng hạn 90, /nguong tụt hạng 10, /nguong tắt tụt hạng; or /nguong to see the rules.`,
  "unknown-rule": ({ indicator }) =>
    `There is no such rule${indicator ? ` for ${figures.indicator(indicator)}` : ""}. Make one by typing a number with it, as in /nguong thanh toán trực tuyến dưới 60; or type /nguong to see the rules.`,
  unmeasurable: ({ indicator }) =>
    indicator
      ? `${indicator.name.en} can be neither better nor worse. Type /nguong to see the rules.`
      : "There can be no rule on this. Type /nguong to see the rules.",
  "amount-needed": () => "Type a number with it, as in /nguong đúng hạn 90.",
  "rule-amount": ({ least, most, isWhole }) =>
    `The number must be ${isWhole ? "a whole one " : ""}from ${number(least)} to ${number(most)}. Type again, as in /nguong đúng hạn 90.`,
  "rule-reset": ({ limit, side }) =>
    `The level that ends the alert must be ${RESET_SIDES[side]} ${number(limit)}. Type again, as in /nguong đúng hạn 90 hết khi 95.`,
  "target-of-document": () =>
    "Targets are taken from documents and not set here. For a level of your own type /nguong đúng hạn 90.",
  "rule-untestable": () =>
    "This rule looks at the calendar and cannot be tried on stored figures. Type /nguong to see the rules.",
  "unknown-schedule": ({ typed }) =>
    typed
      ? `There is no schedule ${quote(typed)}. Type /lich for all of them.`
      : "Add the schedule's number, e.g. /lich tạm dừng 1.",
  "unknown-alert": ({ number }) => `There is no alert ${number}. Type /canhbao for those that are open.`,
  "alert-over": ({ number }) => `Alert #${number} is over; it needs no explanation any more.`,
  "no-alerts": ({ unit }) => `${fullName(unit)} has no open alert.`,
  "no-explanation": ({ number }) => `Alert #${number} has no explanation yet.`,
  "explanation-settled": ({ number, state }) =>
    state === "replaced"
      ? "This explanation was replaced by a later one."
      : `The explanation of alert #${number} was ${explanations.state[state]} before.`,
  "deadline-unclear": ({ typed, problem, date }) => {
    const how = "Type it again, e.g. 30/11, thứ Sáu tuần sau, 10 working days.";
    if (date === null) return `The bot did not understand the deadline ${quote(typed)}. ${how}`;
    return `${figures.date(date)} ${problem === "past" ? "is over" : "is more than a year away"}. ${how}`;
  },
  "private-first": () =>
    "The bot cannot write to you in private yet. Open a private chat with the bot, press Start or send any message, then choose this again in the group.",
  "document-refused": ({ isFile, reason, facts }) =>
    (isFile ? SENT : PASTED)[reason]?.(facts) ?? importing.refused[reason](facts),
  "paper-too-long": ({ limit }) =>
    `With this part it would be longer than ${number(limit)} characters, so it was left out. Have what is there read first, or discard it and paste one document at a time.`,
  "nothing-collected": () => "Nothing was pasted yet. Type /nhap, then paste the document.",
  "unknown-paper": () =>
    "This preview is no more: it was confirmed, discarded, shown anew, or left for over 2 hours. Type /nguon to see what is stored, /nhap to take it in again.",
  "no-open-paper": () =>
    "No preview is open here to be corrected. Send a file, or type /nhap and paste a document.",
  "nothing-to-undo": () =>
    "There is nothing to undo: what was stored can be taken back within 24 hours, once. Type /nguon to see all versions.",
  "published-since": () =>
    "It cannot be undone: a newer version was stored since. Type /nguon to see the versions and restore the right one.",
  "correction-unclear": ({ line, problem, near }) =>
    `Nothing was changed. Line ${quote(line)}: ${CORRECTION_PROBLEMS[problem]}${near.length > 0 ? ` Is it: ${near.join(", ")}?` : ""}`,
  "unknown-task": ({ typed }) =>
    typed
      ? `There is no task ${quote(typed)}. Type /nhiemvu for all of them.`
      : "Add the task's number, e.g. /nhiemvu xong 12.",
  "sample-only": () =>
    "This is sample data: it can be looked at, not worked on. Take a real document in first.",
};

export const unexpected =
  "Sorry, the bot failed on this request and has noted it. Please try again in a few minutes.";

export const storeAway =
  "The bot cannot read or write its data at the moment, so this was not done. Please send it again in a few minutes; if it goes on, tell the operator.";
