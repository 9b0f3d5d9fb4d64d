import type { Reader } from "#bot/answering/dispatch/reader.ts";
import { wholeWords } from "#commands/slots/remainder.ts";

const PERSON = "(?:toi|anh|chi|em|minh|sep|bac|chu|co|chau|ong|ba|a|c|e)";
const OFFICE = "(?:chu tich|bi thu|giam doc|chanh van phong|truong phong|lanh dao|thu truong)";

/** What stands around a question in forwarded messages and spoken ones, and asks for nothing. */
const CEREMONY: readonly RegExp[] = [
  /^\s*(?:(?:>{1,9}|(?:fwd?|re|chuyen tiep) ?:) ?){1,4}/u,
  /(?<![\p{L}\d])kinh (?:gui|bao cao|thua)(?: ?:)? ?[^.:;\n]{0,60}[.:;]/u,
  new RegExp(
    `(?<![\\p{L}\\d])(?:(?:d/c|dong chi|dc|${PERSON}) )?(?:pho )?${OFFICE}(?: \\p{L}{1,10}){0,2} (?:hoi|can|yeu cau|bao|muon biet|nhac)(?: la)?(?: ?:)?(?![\\p{L}\\d])`,
    "u",
  ),
  /(?<![\p{L}\d])(?:bao cao|kinh thua|thua) (?:anh|chi|(?:cac )?dong chi|d\/c|thu truong|lanh dao|sep) ?[,:]/u,
  /(?<![\p{L}\d])theo (?:chi dao|yeu cau|de nghi|y kien)(?: cua)? [^,:.]{0,60}[,:]/u,
  wholeWords("de nghi(?: (?:anh|chi|cac|dong chi|d/c|bot))*(?: (?:cung cap|cho biet|cho|gui))?"),
  wholeWords("(?:tran trong|xin chan thanh|xin) cam on|tran trong"),
  /\.\/\./u,
  wholeWords(
    `de (?:${PERSON} )?(?:gui|dang|thong bao)(?: (?:vao|len|cho|qua))?(?: (?:cac|ca))? (?:nhom|zalo|telegram)(?: (?:cac )?(?:zalo|xa|chung))?`,
  ),
  /(?<=[^\s] )thoi[\s?!.]*$/u,
  /(?<![\p{L}\d])(?:(?:dau )?cham (?:hoi|than)|dau (?:cham )?hoi)[\s.?!]*$/u,
];

/** Words by which the asker or the one asked is addressed. */
const ADDRESS: readonly RegExp[] = [
  /^\s*(?:a lo|alo|a)(?= )/u,
  wholeWords(`${PERSON} oi`),
  new RegExp(`(?<=(?:di|nhe|nha|voi|vay|the|nhi|a) )${PERSON}[\\s?!.]*$`, "u"),
  wholeWords(
    `(?:gui|cho|dua|bao)(?: lai)?(?: cho)? ${PERSON}(?: (?:xem|biet|xin))?(?= (?:cai |lai |ban |file |tep )?(?:bang|ket qua|so lieu|xep hang|danh sach|bieu do|ban do|diem|xem|biet)(?![\\p{L}\\d]))`,
  ),
  /(?<![\p{L}\d])(?:sang nay|chieu nay|bay gio)? ?(?:em|e|chau)(?= (?:gui|cho|xem|bao|dua) )/u,
  wholeWords("lam an(?= (?:the nao|ra sao))"),
  new RegExp(`^\\s*${PERSON} (?:hoi|nho)(?: (?:chut|ti|ty|cai|nho))?(?= )`, "u"),
];

/** Takes out what is said for courtesy's sake alone. */
export function cutCeremony(reading: Reader): void {
  for (const said of [...CEREMONY, ...ADDRESS]) reading.cutMatch(said.exec(reading.left().folded));
}
