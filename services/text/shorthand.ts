/** How people shorten words in a chat; only those that stand for one thing in a question about results. */
const SHORT: ReadonlyMap<string, string> = new Map(
  `dv đơn vị, đv đơn vị, dc được, đc được, đươc được, e em, bn bao nhiêu, bnh bao nhiêu, bnhieu bao nhiêu,
  ntn như thế nào, hs hồ sơ, trc trước, vs với, j gì, z vậy, kq kết quả, sl số liệu, bc báo cáo, ng người, lm làm, đg đang,
  dg đang, r rồi, ms mới, lun luôn, k0 không, kh không, hok không, mn mọi người, ac anh chị, bhg bây giờ, bgio bây giờ`
    .split(/,\s+/u)
    .map((line) => {
      const [short = "", ...whole] = line.split(" ");
      return [short, whole.join(" ")] as const;
    }),
);

/** A text with its shortened words written out: "dv nào dc 85" → "đơn vị nào được 85". Others stay as they are. */
export const writtenOut = (text: string): string =>
  text.replace(/[\p{L}\p{M}\d]+/gu, (word) => SHORT.get(word.toLowerCase()) ?? word);
