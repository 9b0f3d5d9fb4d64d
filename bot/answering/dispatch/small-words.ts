import { wholeWords } from "#commands/slots/remainder.ts";

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
  tthc tu tuan tung ty u ubnd uh va vang vao vay ve vi voi vu vua vui what which xa xem xep xin`;

/** Folded small words that stand for others when they carry these accents: "đừng" is no "đứng". */
const WEIGHTY_SPELLINGS: ReadonlySet<string> = new Set([
  "đừng",
  "trừ",
  "bỏ",
  "cấm",
  "bớt",
  "hỏng",
  "đổi",
  "tải",
]);

const SMALL: ReadonlySet<string> = new Set(SMALL_WORDS.trim().split(/\s+/u));

/** Small words that ask for something together: where no part took them they are left over. */
export const NEVER_SMALL = wholeWords(
  "cung ky|toi (?:da|thieu)|con lai|tiep theo|hang (?:ngay|tuan|thang|nam)|tung (?:ngay|tuan)|trong so|(?:tu )?(?:dau|cuoi) nam|ca nam|hom (?:nay|qua|kia)|(?:chi so|tieu chi|nhom)(?: thanh phan)? nao",
);

/** Leaving out such a word turns the question into another one. */
const WEIGHTY: ReadonlySet<string> = new Set(
  "khong chua chang tru ngoai neu hon kem duoi tren it tang giam tut sut cong chia nhan sua doi xoa thay gui chuyen nhac ko k hem hong".split(
    " ",
  ),
);

/** Said to a colleague, or of the hour: leaving them out is no loss, though it is told. */
const COURTESY: ReadonlySet<string> = new Set(
  "hom nay gap khan ngan gon nhanh chi giao ban hoi thoi phuc vu dong".split(" "),
);

/** Of which thanks and assent are made: "ok em", "cảm ơn bot nhiều nhé". */
const SMALL_TALK: ReadonlySet<string> = new Set(
  "cam on thank thanks you ok oke okie okay vang da u uh roi duoc tot lam hay qua nhe nhi nha a ah em anh chi ban bot bac chu co dong ro biet nhieu rat good bye tam".split(
    " ",
  ),
);

/** Nothing is asked in it. */
export const isSmallTalk = (folded: string): boolean =>
  folded.split(/[^\p{L}]+/u).every((word) => word === "" || SMALL_TALK.has(word));

/** May be left out of an answer that says so; any other word that is left over may ask for something else. */
export const isCourtesy = (folded: string): boolean => COURTESY.has(folded);

export const isSmall = (folded: string, written: string): boolean =>
  SMALL.has(folded) && !WEIGHTY_SPELLINGS.has(written.toLowerCase());

export const isWeighty = (folded: string, written: string): boolean =>
  WEIGHTY.has(folded) || WEIGHTY_SPELLINGS.has(written.toLowerCase());
