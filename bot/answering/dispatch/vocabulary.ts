import { wholeWords } from "#commands/slots/remainder.ts";
import type { CommandName } from "#locales/catalog.ts";

/** The command that a sentence asks for, by its words; the first that fits. All words are folded. */
export const INTENTS: readonly (readonly [CommandName, RegExp])[] = [
  [
    "trogiup",
    wholeWords(
      "tro giup|huong dan(?: su dung)?|help|(?:lam|giup|tra loi) duoc (?:nhung )?gi|cach dung|dung the nao|co (?:nhung )?lenh (?:gi|nao)",
    ),
  ],
  ["batdau", /^\s*(?:xin )?(?:chao|hello|hi|alo)(?![\p{L}\d])/u],
  [
    "nguon",
    wholeWords(
      "(?:lay )?(?:tu |theo )?nguon(?: so lieu)?(?: nao)?|(?:lay )?(?:tu |theo )?(?:van ban|cong van) nao|(?:so lieu|con so)(?: nay| do)? (?:lay )?(?:o|tu) dau(?: ra)?|can cu (?:vao )?dau",
    ),
  ],
  ["canhbao", wholeWords("(?:bi |dang bi |cac |nhung )*canh bao")],
  [
    "nhiemvu",
    wholeWords(
      "(?:cac |nhung )?nhiem vu|(?:co )?(?:nhung )?viec (?:gi )?(?:can lam|phai lam|duoc giao|den han)",
    ),
  ],
  [
    "congthuc",
    wholeWords(
      "(?:cach|cong thuc) (?:tinh|cham)(?: diem| ty le)?(?: (?:the nao|ra sao))?|cong thuc|(?:duoc |cho )?(?:tinh|cham)(?: diem| toan)? (?:nhu )?(?:the nao|ra sao|kieu gi)",
    ),
  ],
  [
    "chitieu",
    wholeWords(
      "(?:bang |tien do |muc do |muc |ket qua )?(?:dat |hoan thanh |thuc hien )?(?:cac |nhung |tung )?(?:chi tieu|muc tieu)(?: (?:duoc |da )?giao)?(?: nao)?",
    ),
  ],
  [
    "xuhuong",
    wholeWords(
      "xu huong|dien bien|bieu do duong|(?:ve )?(?:bieu do|do thi)|lich su|qua (?:cac|nhieu|tung) (?:thang|ky|quy|tuan|nam)|theo (?:tung |cac )?(?:thang|quy|ky|thoi gian)|tung (?:thang|quy|ky)|(?:thang|quy|ky|nam) nao|tu dau nam den nay",
    ),
  ],
  ["bando", wholeWords("(?:ve |to mau |len |xem )*(?:cai |mot )?ban do(?: nhiet| mau| ket qua| diem)?")],
  ["tonghop", wholeWords("tong hop|tinh hinh(?: chung)?|tong quan|toan canh|tong ket|ket qua chung")],
  [
    "xephang",
    wholeWords(
      "(?:bang )?xep (?:hang|thu|loai)|thu hang|thu tu|bang (?:diem|tong sap|hang)|danh sach|(?:cac|nhung|toan bo|tat ca) (?:xa|don vi)|(?:nhung |cac )?(?:xa|phuong|thi tran|huyen|tinh|so|don vi|dia phuong|noi|cho|dua|ban|thang)(?:,? (?:phuong|thi tran|don vi|nganh))* nao|(?<!the )nao|ai|bao nhieu (?:xa|phuong|don vi|huyen|tinh|so|dia phuong)|may (?:xa|phuong|don vi|huyen|tinh|so|dia phuong)|bang",
    ),
  ],
];

/** "gửi cho anh", "xuất ra": before the name of a file. */
const GETTING =
  "(?:(?:gui|xuat|tai|lay|xin|cho xin|cho|can|muon|xem|in)(?: (?:cho|giup|lai|ve|ra|dum))?(?: (?:toi|anh|chi|em|minh|sep|xin))? )?";

/**
 * Said of persons and of work, though single words of it name lists and indicators too: "ai chưa xem" is no ranking,
 * "việc quá hạn" no figure. With what the command is to do.
 */
export const MATTERS: readonly (readonly [readonly [CommandName, verb: string], RegExp])[] = [
  [["gialap", ""], wholeWords("(?:neu(?: nhu)?|gia (?:su|dinh|thiet|lap))(?= [^\\d]{0,120}\\d)")],
  [
    ["visao", ""],
    wholeWords(
      "(?:tai|vi|do|co|lam) sao(?! de)|sao (?:lai|ma|no)|(?:vi |co )?ly do(?: gi| nao)?|nguyen nhan(?: gi| nao)?|(?:do|vi|tai) dau|phan tich|(?:bi )?(?:mat|tru|hut) diem(?: nhieu)?(?: (?:o|vi|do) (?:dau|(?:nhom|chi so|phan) nao))?|nen (?:lam|uu tien)(?: viec)? gi(?: truoc)?(?: de)?",
    ),
  ],
  [["xuat", "csv"], wholeWords(`${GETTING}(?:ban |dang |duoi dang )?(?:(?:file|tep) )?(?:dang )?csv`)],
  [
    ["xuat", ""],
    wholeWords(
      `${GETTING}(?:(?:file|tep|ban|bang|bieu) )*(?:dang )?(?:excel|exel|xlsx?|bang tinh)|${GETTING}(?:file|tep)(?: (?:so lieu|ket qua))*`,
    ),
  ],
  [
    ["canhbao", "ai đã xem"],
    wholeWords(
      "(?:ai|(?:nhung |cac )?(?:don vi|xa|phuong|noi|cho|dia phuong|co quan|so)(?: nao)?|(?:bao nhieu|may) (?:don vi|xa|phuong|nguoi|noi))(?: con| da| van)? (?:da|chua|moi) (?:xem|doc)(?: canh bao| tin| thong bao)?(?: roi| chua)?|(?:da|co ai) (?:xem|doc)(?: canh bao| tin)? chua|ai (?:xem|doc) roi|diem danh",
    ),
  ],
  [
    ["nhiemvu", ""],
    wholeWords(
      "(?:(?:cac |nhung )?(?:viec|cong viec)|(?:cac |nhung )?nhiem vu)(?: nao| gi)?(?: da| dang| bi| sap| con| chua)* (?:qua han|den han|tre han|tre|xong|hoan thanh|ton dong)",
    ),
  ],
  [
    ["quahan", ""],
    wholeWords(
      "(?:tinh hinh |tong hop |danh sach |cac |nhung )*(?:ho so )?(?:con |dang |bi )*(?:ton dong|cham muon|vuong mac|can xu ly|cham,? vuong)|(?:tinh hinh|tong hop) (?:ho so )?(?:cham|qua han|tre han)",
    ),
  ],
  [
    ["chitieu", ""],
    wholeWords(
      "(?:muc do|muc|tien do|tinh hinh|ket qua|bang) (?:dat|hoan thanh|thuc hien|theo doi) (?:cac |nhung )?(?:chi tieu|muc tieu)(?: (?:duoc |da )?giao)?",
    ),
  ],
];

/** Units or periods are set against each other; "so với" before a period is read with it. */
export const COMPARES = wholeWords(
  "so sanh|so voi(?! (?:muc |cac )?(?:chi tieu|muc tieu|ke hoach))|so vs|vs|doi chieu|hon kem|chenh (?:lech|nhau)|khac (?:nhau|gi)|(?:ai|ben nao|don vi nao|xa nao|dua nao) (?:tot |cao |thap |kem |nhieu |it |dung dau )?hon(?! (?:muc )?\\d| chi tieu| muc)|hon(?= [^?.!]{0,60}bao nhieu)|(?:tot|cao|thap|kem) hon(?=[ ?.!]{0,9}$)|hay la",
);
const PERIOD_NEXT = String.raw`(?:thang|quy|ky|tuan|nam|cung|t\.?\d|q\d|\d)`;
/** The words of a comparison that stand for nothing else. */
export const COMPARING = wholeWords(
  `(?:so sanh|doi chieu)(?: giua)?|so (?:voi|vs)(?! ${PERIOD_NEXT})|vs|(?:thi )?(?:ai|ben nao|don vi nao|xa nao|dua nao) (?:la )?(?:tot |cao |thap |kem |nhieu |it |dung dau )?hon(?: kem)?|hon kem(?: nhau)?|(?:su )?chenh (?:lech|nhau)(?: giua)?(?: bao nhieu)?|(?:co )?khac (?:nhau|gi)(?: (?:o dau|the nao|gi|nhau))?|hon(?= [^?.!]{0,60}bao nhieu)|(?:tot|cao|thap|kem) hon(?=[ ?.!]{0,9}$)|(?:co gi )?hay la`,
);

/** What is asked of a supposition is told anyway. */
export const SUPPOSED = wholeWords(
  "(?:thi )?se|thi (?=duoc|dung|xep|len|the|sao|ra)|(?:thi )?(?:the nao|ra sao|sao)|(?:duoc |xep |dung |len |thanh )*(?:hang|thu|vi tri|bac) (?:may|bao nhieu|nao)|(?:duoc |con |len )*(?:may|bao nhieu) diem",
);

/** Follows the word that asks why. */
export const WHY_ASKED = wholeWords("(?:la|la do|la tai) (?:gi|dau|sao)");

/** Which way somebody asked about went: the answer tells it, whichever it was. */
export const WENT = wholeWords(
  "(?:(?:khong|chua|ko) )?(?:(?:bi|lai|dang|cu|van|rat) )*(?:tut|sut|giam|tang|len|xuong|roi|lui|mat|tru|hut|thap|kem|cao|yeu|dat|cai thien)(?: (?:xuong|len|toi|den|tan|mat|di|qua|the|vay))*(?: (?:\\d+(?:[.,]\\d+)?|may|nhieu|manh|sau))?(?: (?:diem phan tram|diem|bac|hang|chi tieu))?",
);

type Part = "page" | "period" | "indicators" | "units" | "verb" | "span" | "place" | "shade" | "value";

/**
 * The parts of a sentence that go into the command it asks for; others are told as unused, a period is asked back.
 * "alone": it is meant only where nothing else is named. Rankings, summaries and units' cards are written in free-text.ts.
 */
export const TAKES: Readonly<Partial<Record<CommandName, readonly Part[] | "alone">>> = {
  trogiup: "alone",
  batdau: "alone",
  nguon: ["page", "period", "units"],
  nhiemvu: ["page", "period", "units"],
  canhbao: ["verb", "units"],
  sosanh: ["units", "indicators", "period"],
  quahan: ["period", "indicators", "page", "units"],
  chitieu: ["period", "indicators", "page", "units"],
  visao: ["units", "indicators", "period"],
  gialap: ["units", "indicators", "value", "period"],
  congthuc: ["indicators"],
  xuhuong: ["units", "indicators", "span", "period", "place"],
  xuat: ["verb", "period", "units"],
  bando: ["period", "indicators", "shade", "units"],
};

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
  "(?:cac |khoi |nhung )*(?:so,? ban,? nganh|so,? nganh|ban,? nganh)|(?:cac|khoi|nhung) so|so nao",
);

/** The chat's own home. */
export const OF_HOME = wholeWords(
  "(?:toan |ca )?(huyen|tinh|xa|phuong|don vi|dia ban|thi tran|dia phuong|cho|ben) (?:minh|ta|nha|chung ta|chung toi|em|toi|anh|nay)|toan (huyen|tinh|dia ban)|ca (huyen|tinh)",
);

/** Where a unit stands among others of the unit above it: nothing more than its place is asked for. */
export const AMONG = wholeWords("(?:trong|cua|o|tren|so voi) (?:toan |ca )?(?:tinh|huyen|dia ban)");

/** Begins or ends a sentence that goes on from the one before. */
export const GOES_ON =
  /^\s*(?:(?:the|vay|con|va|roi) )?con(?![\p{L}\d])(?! (?:bao nhieu|may|viec))|^\s*(?:the|vay|the thi|vay thi)(?![\p{L}\d])|(?<![\p{L}\d])thi (?:sao|the nao|nhu the nao|ra sao)\s*[?!.]*\s*$/u;

/** Periods told by the one spoken of before. */
export const STEPS: readonly (readonly [step: "again" | "back" | "on" | "year", RegExp])[] = [
  [
    "again",
    wholeWords(
      "(?:thang|ky|quy|tuan|nam)? ?(?:truoc|truoc do) nua|(?:lui|lui lai) (?:them )?(?:mot |1 )?(?:thang|ky|quy) nua",
    ),
  ],
  ["year", wholeWords("cung ky(?: nam (?:ngoai|truoc))?|(?:thang|ky|quy) (?:nay|do) nam (?:ngoai|truoc)")],
  ["back", wholeWords("(?:thang|ky|quy|tuan) (?:truoc(?: do)?|lien truoc|ke truoc)|ky truoc")],
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

/** Small words, and the nouns of the matter itself: leaving them out changes nothing. */
const SMALL_WORDS = `
  nuoc phai
  766 a ah ai and anh are ay ba bac ban bang bao bi biet bieu bo bot ca cac cai cam can cao cap chi
  chinh cho chu chung co coi con cua cung cuu da dang danh dao dap dat dau day den deu di dia diem
  do doc don dua dum dung duoc em for gi gia gio gium giup hang hay het hien hinh ho hom huyen
  in is ke ket khu kia kiem ky la lai lam lanh le liet lieu loai loi long luc ma may me minh moi
  mot muc muon nam nao nay ngay nguoi nha nhanh nhe nhi nhieu nhu nhung o of oi ok okay
  oke on ong phan pho phuc phuong please qua quy quyen ra roi sang sao sep show so ta tai tat thang
  thanh thank thanks the theo thi thong ti tiep tim tin tinh toan toi tong tra tram tran tri trong
  tu tuan tung ty u ubnd uh va vang vao vay ve vi voi vu vua vui what which xa xem xep xin`;

/** Folded small words that stand for others when they carry these accents: "đừng" is no "đứng". */
const WEIGHTY_SPELLINGS: ReadonlySet<string> = new Set(["đừng", "trừ", "bỏ", "cấm", "bớt", "hỏng", "đổi"]);

const SMALL: ReadonlySet<string> = new Set(SMALL_WORDS.trim().split(/\s+/u));

/** Leaving out such a word turns the question into another one. */
const WEIGHTY: ReadonlySet<string> = new Set(
  "khong chua chang tru ngoai neu hon kem duoi tren it tang giam tut sut cong chia nhan sua doi xoa thay gui chuyen nhac ko k hem hong".split(
    " ",
  ),
);

/** A question's own "không", "chưa": nothing is denied by it. */
const ASKS =
  /(?<![\p{L}\d])(?:hay )?(?:khong|chua|ko|k|hem|hong|hok)(?: (?:a|vay|the|nhi|ha|em|anh|chi))*[\s?!.]*$/u;

/** Said to a colleague, or of the hour: leaving them out is no loss, though it is told. */
const COURTESY: ReadonlySet<string> = new Set("gap khan chi giao ban hoi thoi phuc vu dong".split(" "));

/** May be left out of an answer that says so; any other word that is left over may ask for something else. */
export const isCourtesy = (folded: string): boolean => COURTESY.has(folded);

export const isSmall = (folded: string, written: string): boolean =>
  SMALL.has(folded) && !WEIGHTY_SPELLINGS.has(written.toLowerCase());

export const isWeighty = (folded: string, written: string): boolean =>
  WEIGHTY.has(folded) || WEIGHTY_SPELLINGS.has(written.toLowerCase());

/** "luôn nhé": said of the haste; before a verb it means always. */
export const AT_ONCE = /(?<![\p{L}\d])luon(?: (?:nhe|nha|di|a|em|anh|chi|voi))*[\s?!.]*$/u;

/** The latest is what is answered anyway; any other superlative asks for something. */
export const NEWEST = wholeWords("(?:moi|gan(?: day)?|thong) nhat");

/** For whom the matter is done: every answer is of it. */
export const PEOPLE = wholeWords("(?:nguoi|nhan) dan|doanh nghiep");

/** Words that ask for a command, whatever else they may name: "dien bien" is no tỉnh Điện Biên beside another unit. */
export const isAsking = (folded: string): boolean =>
  INTENTS.some(([, pattern]) => pattern.exec(folded)?.[0] === folded);

export const questionEnd = (folded: string): RegExpExecArray | null => ASKS.exec(folded);
