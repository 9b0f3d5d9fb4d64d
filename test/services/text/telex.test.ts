import { expect, it } from "vitest";
import { withoutTelexKeys } from "#services/text/telex.ts";

it.each([
  ["xep hajng thang 8", "xep hang thang 8"],
  ["xa nao thaasp nhaast", "xa nao thap nhat"],
  ["dungs hanj cacs xax", "dung han cac xa"],
  ["xã nào thấp nhâts", "xã nào thấp nhat"],
  ["nhw thees naof", "nhu the nao"],
  ["xax nafo", "xa nao"],
  ["dduwngs ddaauf huyeenj", "dung dau huyen"],
  ["Cuwowng Chisnh", "cuong chinh"],
])("%s is %s", (typed, meant) => {
  expect(withoutTelexKeys(typed)).toBe(meant);
});

it.each([
  "xếp hạng tháng 8",
  "xep hang cac xa thi tran",
  "Cương Chính, Thủ Sỹ",
  "top 5",
  "M'Drắk",
  "excel",
  "qua 85%",
])("%s stays as it is", (typed) => {
  expect(withoutTelexKeys(typed)).toBe(typed);
});
