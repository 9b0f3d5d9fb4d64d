/** Words that the name of an authority begins with; with their accents, for "Phương" and "Quan" are persons' names. */
const TITLES =
  /^(?:ubnd|[uủ][yỷ] ban|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp\.|tỉnh|sở|chi cục|chi nhánh|cục|trung tâm|bộ phận|văn phòng|thanh tra|bảo hiểm|công an|kho bạc)(?!\p{L})/iu;
/** Offices of a unit that work for it: what they owe is the unit's. */
const OFFICES =
  /^(?:(?:trung tâm|tt)\s+(?:phục vụ\s+)?(?:hành chính công|hcc|pvhcc)|bộ phận\s+(?:một cửa|(?:tiếp nhận|tn)(?:\s+và\s+|\s*&\s*)(?:trả kết quả|tkq|tktq)))\s+(?:của\s+)?/iu;
const COMMITTEE = /^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+/iu;
/** What follows a unit's name in a cell: the officer in charge, a telephone number. */
const BEHIND = /(?<!\s)\s*(?:[(;:/]|\s[-–—]\s|,\s|\d{5}).*$/su;
const LONGEST = 80;

/** Whether a line is the name of an authority and nothing else. */
export function isUnitName(line: string): boolean {
  return line.length <= LONGEST && TITLES.test(line) && !/\d{3,}|[.:;]/u.test(line);
}

/** A unit as a cell names it, without its office, its committee and whoever is named behind it; null = none. */
export function unitNameOf(cell: string): string | null {
  const name = cell.replace(BEHIND, "").replace(OFFICES, "").replace(COMMITTEE, "").trim();
  return name === "" || name.length > LONGEST || !/\p{L}/u.test(name) ? null : name;
}

/** The field as a cell names it; null = none. */
export function fieldOf(cell: string): string | null {
  const name = cell.replace(/(?<!\s)\s*(?:[(;:]|\d{3}).*$/su, "").trim();
  return name === "" || name.length > LONGEST || !/\p{L}/u.test(name) ? null : name;
}

/** The unit that a group of rows stands under: "II. UBND xã Thủ Sỹ"; null = the line is none. */
export function groupUnit(line: string): string | null {
  const name = line
    .replace(/^(?:[IVXLC]+|\d{1,3}|[A-ZĐ])\s?[.)/-]\s*/u, "")
    .replace(BEHIND, "")
    .trim();
  return isUnitName(name) ? unitNameOf(name) : null;
}
