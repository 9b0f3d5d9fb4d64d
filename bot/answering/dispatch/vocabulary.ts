import { wholeWords } from "#commands/slots/remainder.ts";

/** "tỉnh nào", "các tỉnh": the country's provinces. */
export const PROVINCES = wholeWords(
  "(?:cac|nhung|34|63) tinh(?:,? thanh(?: pho)?)?|tinh(?:,? thanh(?: pho)?)? nao|ca nuoc|toan quoc",
);

const COMMUNE = "xa|phuong|thi tran|dac khu";
const LISTED = "nhung|cac|bao nhieu|may|khoi|toan bo|tat ca(?: cac)?";
/** "phường nào", "các huyện": of the list those of one title; beside another title all are meant. */
const titled = (title: string): RegExp =>
  wholeWords(
    `(?<!(?:${COMMUNE})(?:,| va|, va)? )(?:(?:${LISTED}) )?(?:${title}) nao|(?:${LISTED}) (?:${title})(?!(?:,| va|, va)? (?:${COMMUNE}))`,
  );

/** The title of which units are asked for, as it is typed in a command. */
export const TITLED: readonly (readonly [string, RegExp])[] = [
  ["phường", titled("phuong")],
  ["thị trấn", titled("thi tran")],
  ["đặc khu", titled("dac khu")],
  ["cấp huyện", titled("huyen|quan|thi xa")],
];

export const DEPARTMENTS = wholeWords(
  "(?:cac |khoi |nhung )*(?:so,? ban,? nganh|so,? nganh|ban,? nganh)|(?:cac|khoi|nhung) so|(?<!chi )so nao",
);

/** The chat's own home. */
export const OF_HOME = wholeWords(
  "(?:toan |ca )?(huyen|tinh|xa|phuong|don vi|dia ban|thi tran|dia phuong|ben) (?:minh|ta|nha|chung ta|chung toi|em|toi|anh|nay)|(?:(?<=(?:o|cua) )cho|cho(?= (?:minh|chung|em|toi)(?: (?:ta|toi))? (?:the nao|ra sao|dang|dung|xep|duoc|thu|bao nhieu|dat|may|co|tut|tang|giam))) (?:minh|chung ta|chung toi|em|toi)|toan (huyen|tinh|dia ban)|ca (huyen|tinh)",
);

/** Where a unit stands among others of the unit above it: nothing more than its place is asked for. */
export const AMONG = wholeWords("(?:trong|cua|o|tren|so voi) (?:toan |ca )?(?:tinh|huyen|dia ban)");

/** Begins or ends a sentence that goes on from the one before. */
export const GOES_ON =
  /^\s*(?:(?:the|vay|con|va|roi) )?con(?![\p{L}\d])(?! (?:bao nhieu|may|viec))|^\s*(?:the|vay|the thi|vay thi|cua)(?![\p{L}\d])|(?<![\p{L}\d])nua[\s?!.]*$|(?<![\p{L}\d])thi (?:sao|the nao|nhu the nao|ra sao)\s*[?!.]*\s*$/u;

/** Periods told by the one spoken of before. */
export const STEPS: readonly (readonly [step: "again" | "back" | "on" | "year", RegExp])[] = [
  [
    "again",
    wholeWords(
      "(?:thang|ky|quy|tuan|nam)? ?(?:truoc|truoc do) nua|(?:lui|lui lai) (?:them )?(?:mot |1 )?(?:thang|ky|quy) nua",
    ),
  ],
  ["year", wholeWords("cung ky(?: nam (?:ngoai|truoc))?|(?:thang|ky|quy) (?:nay|do) nam (?:ngoai|truoc)")],
  ["back", wholeWords("(?<!\\d )(?:thang|ky|quy|tuan) (?:truoc(?: do)?|lien truoc|ke truoc)|ky truoc")],
  ["on", wholeWords("(?:thang|ky|quy|tuan) (?:sau(?: do)?|tiep theo|ke tiep|tiep)")],
];

export const NEXT_PAGE =
  /^\s*(?:cho )?(?:xem |doc )?(?:tiep(?: theo| tuc| di)?|trang (?:sau|tiep(?: theo)?|ke(?: tiep)?)|them nua|xem them|next|nua di)\s*[.!?]*\s*$/u;
export const PREVIOUS_PAGE =
  /^\s*(?:xem |doc )?(?:(?:lai )?trang truoc|quay lai(?: trang truoc)?|trang vua roi|previous)\s*[.!?]*\s*$/u;

/** A change that every answer tells. */
export const TOLD_ANYWAY = wholeWords(
  "(?:tang|giam|len|xuong)(?: (?:hay|hoac|,)? ?(?:tang|giam|len|xuong))+(?: (?:the nao|ra sao|bao nhieu|khong))?|(?:tang|giam) (?:duoc )?(?:bao nhieu|may)(?: (?:diem|phan tram|bac|hang))?|so voi (?:thang|ky) truoc|bien dong(?: the nao| ra sao)?|(?:co )?dat (?:chi tieu )?(?:khong|chua)",
);

/** "tăng hay giảm". */
export const WHICH_WAY = wholeWords(
  "(?:tang|giam|len|xuong|tien|lui) (?:hay|hoac)(?: la)? (?:tang|giam|len|xuong|lui)",
);

/** "xã này", "hai đơn vị đó": whom the answer before named. */
export const THAT_ONE = wholeWords(
  "(?:(?:hai|ba|bon|cac|nhung|may) )?(?:xa|phuong|thi tran|huyen|tinh|don vi|cho) (?:nay|do|ay|kia|tren|vua (?:roi|neu|noi))",
);

/** The score is meant, no rate and no count. */
export const OF_SCORE = wholeWords("diem|(?:xep )?loai(?! ho so)");

/** "xã nào", "các phường". */
export const OF_COMMUNES = wholeWords(
  "(?:cac|nhung|bao nhieu|may) (?:xa|phuong|thi tran|dac khu)|(?:xa|phuong|thi tran|dac khu)(?:,? (?:phuong|thi tran))* nao",
);

/** The whole list, asked for behind something else. */
export const LIST_TOO =
  /(?:,|;|(?<![\p{L}\d])(?:va|roi|kem)) (?:ca )?(?<list>(?:bang )?xep hang (?:cua )?(?:ca|toan|cac|chung)(?: \p{L}{1,9})?)(?![\p{L}\d])/u;

/** "luôn nhé": said of the haste; before a verb it means always. */
export const AT_ONCE = /(?<![\p{L}\d])luon(?: (?:nhe|nha|di|a|em|anh|chi|voi))*[\s?!.]*$/u;

/** The latest is what is answered anyway; any other superlative asks for something. */
export const NEWEST = wholeWords("(?:moi|gan(?: day)?|thong) nhat");

/** "cho em hỏi": said before a question. */
export const LEAVE = wholeWords(
  "(?:(?:cho|xin|xin phep|muon|can|lanh dao|sep|chu tich|bi thu) )(?:(?:em|anh|chi|minh|toi|a|e|duoc) )*hoi",
);

/** For whom the matter is done: every answer is of it. */
export const PEOPLE = wholeWords("(?:nguoi|nhan) dan|doanh nghiep");

/** A question's own "không", "chưa": nothing is denied by it. */
export const QUESTION_END =
  /(?<![\p{L}\d])(?:hay )?(?:khong|chua|ko|k|hem|hong|hok)(?: (?:a|vay|the|nhi|ha|em|anh|chi))*[\s?!.]*$/u;
