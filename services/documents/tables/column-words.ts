/** Folded words by which the heads of a table say what is under them. */
export const ORDINALS = /^(stt|tt|so tt|s\.?tt|so thu tu|#|no)(?!\p{L})/u;

export const UNITS = [
  "ten co quan, don vi",
  "ten co quan",
  "ten don vi",
  "ten dia phuong",
  "ten xa, phuong",
  "ten xa, thi tran",
  "ten xa",
  "co quan, don vi",
  "don vi",
  "dia phuong",
  "xa, phuong",
  "xa, thi tran",
  "co quan",
  "so, ban",
  "tinh, thanh pho",
  "tinh/thanh pho",
  "huyen",
  "ubnd",
];

export const RANKS = ["xep hang", "thu hang", "xep thu", "vi tri", "hang"];

/** "Tăng, giảm bậc": places gained, not points. */
export const PLACES = [...RANKS, "bac", "thu bac"];

export const CHANGES = [
  "tang hoac giam",
  "tang, giam",
  "tang/giam",
  "tang giam",
  "so voi thang truoc",
  "so voi ky truoc",
  "so voi tuan truoc",
  "so voi quy truoc",
  "thay doi",
  "muc tang",
  "muc giam",
  "chenh lech",
  "bien dong",
  "so sanh voi",
];

/** "Tăng (+), giảm (-)", "+/-". */
export const SIGNS = /\(\s?\+\s?\)|\+\s?\/\s?[-–]/u;

/** Places among some of the units: "Xếp hạng trong khối". */
export const AMONG_SOME = /(?:trong|theo|cua) (?:tung )?(?:khoi|cum|nhom)(?!\p{L})/u;

/** Notes and classes. */
export const REMARKS = ["xep loai", "phan loai", "ghi chu", "danh gia", "nguyen nhan"];
