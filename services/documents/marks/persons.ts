/** Hides names of persons: those that sign or receive, and those that follow a form of address or a post. */
export interface PersonFilter {
  /** The text with every such name replaced by "…". */
  without(text: string): string;
}

const NAME = String.raw`\p{Lu}[\p{Ll}]*(?:\s\p{Lu}[\p{Ll}]*){1,3}`;
const SURNAMES =
  "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Trương|Đào|Đinh|Mai|Lương|Tạ|Cao|Tô|Lâm|Trịnh|Đoàn|Vương|Thái|Chu|Châu|Kiều|La|Lưu|Nông|Quách|Tăng|Tống|Văn|Lại|Mạc|Hứa|Phùng|Đàm|Triệu|Từ|Ông|Thạch|Lò|Giàng|Sùng|Vàng|Cầm|Điểu|Rơ";
const ADDRESSED = new RegExp(
  String.raw`(?<=(?:^|[\s(,;])(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c|CPVP|PCVP|CVP)\s:?\s?)${NAME}`,
  "gu",
);
const IN_POST = new RegExp(
  String.raw`(?<=(?:Chủ tịch|Giám đốc|Bí thư|Chánh Văn phòng|Trưởng phòng|Thủ trưởng)(?:\s(?:UBND|HĐND|Ủy ban nhân dân)(?:\s(?:tỉnh|huyện|xã|thành phố|phường)(?:\s${NAME})??)?)?\s)(?:${SURNAMES})(?:\s\p{Lu}\p{Ll}*){1,3}`,
  "gu",
);
const WHOLE_LINE = /^[\s*_-]*((?:\p{Lu}[\p{Ll}]*\s){1,3}\p{Lu}[\p{Ll}]*)[\s*_.]*$/u;
const OFFICE_WORDS =
  /^(Nơi|Như|Lưu|Chủ|Phó|Các|Văn|Ủy|Uỷ|Sở|Ban|Phòng|Cổng|Đài|Trung|Thường|Noi|Nhu|Luu|Cac|Van|So)\s/u;

/** `tail`: lines of recipients and signature, where a line that is only a name is a person's. */
export function personFilter(tail: readonly string[]): PersonFilter {
  const names = tail.flatMap((line) => {
    const name = WHOLE_LINE.exec(line)?.[1];
    return name && !OFFICE_WORDS.test(name) ? [name] : [];
  });
  return {
    without: (text) =>
      names.reduce(
        (left, name) => left.replaceAll(name, "…"),
        text.replace(ADDRESSED, "…").replace(IN_POST, "…"),
      ),
  };
}
