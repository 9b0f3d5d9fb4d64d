/** Every command's name, so that each has its help in every language. */
export type CommandName =
  | "xephang"
  | "xa"
  | "tonghop"
  | "nguon"
  | "kiemtra"
  | "dangky"
  | "huydangky"
  | "dangkycuatoi"
  | "phatsong"
  | "lich"
  | "giaonhan"
  | "diaban"
  | "caidat"
  | "quyen"
  | "trangthai"
  | "trogiup"
  | "batdau";
