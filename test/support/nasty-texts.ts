/** Heads under which whatever follows is read as results of a district. */
const HEAD = "UBND HUYỆN TIÊN LỮ\nTiên Lữ, ngày 05 tháng 8 năm 2024\nKết quả tháng 7/2024:\n";
const SENTENCE = "xã Thủ Sỹ đạt 85,5 điểm, tăng 2,3 điểm so với tháng trước, xếp thứ 3/15 xã";

/** Texts of one length in the shapes that ask most of whoever reads them, by what they are made of. */
export function nastyTexts(length: number): Readonly<Record<string, string>> {
  const again = (unit: string): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const counted = (unit: (i: number) => string): string => {
    let text = "";
    for (let i = 1; text.length < length; i += 1) text += unit(i);
    return text.slice(0, length);
  };
  return {
    "one long sentence": HEAD + again(`Trong tháng 7 năm 2024, ${SENTENCE}; tỷ lệ đúng hạn đạt 98,7%; `),
    "one sentence a line": HEAD + counted((i) => `Xã Thủ Sỹ đạt ${i % 90},5 điểm, tăng 2,3 điểm.\n`),
    "lines alike but for a number": HEAD + counted((i) => `Dòng ${i} có nội dung khác và số ${i * 7}\n`),
    "short paragraphs": HEAD + counted((i) => `Đoạn ${i} ngắn.\n\n`),
    "no accents": HEAD + again("Trong thang 7 nam 2024, xa Thu Sy dat 85,5 diem, xep thu 3/15 xa. "),
    "accents of their own": HEAD + again("a\u0301\u0323b\u0302 "),
    "accents alone": again("e\u0301"),
    tabs: HEAD + again("a\t"),
    "a table of two columns": HEAD + again("xã Thủ Sỹ\t85,5\n"),
    "many small tables": counted(
      (i) => `Bảng ${i}: tháng 7/2024\n\nĐơn vị\tTổng điểm\nXã Thủ Sỹ\t85,${i % 10}\n\n`,
    ),
    "one wide table": `Đơn vị\t${again("Tổng điểm\t").slice(0, length / 2)}\nXã Thủ Sỹ\t${again("85,5\t").slice(0, length / 2)}`,
    "a table between bars": again("| a | b | 1 |\n"),
    "a table copied cell by cell": counted((i) => `${i}\nXã Thủ Sỹ\n85,${i % 10}\n90,1\n`),
    "a table copied row by row": counted((i) => `${i} Xã Thủ Sỹ 85,${i % 10} 90,1 3\n`),
    "a table and new units in sentences": counted((i) => `Xã Mới ${i} Lập\t85,${i % 10}\n`) + SENTENCE,
    digits: HEAD + again("1234567890 "),
    "one long number": again("1"),
    percentages: again("98,7% "),
    days: again("ngày 5/8/2024 "),
    "units alone": again("xã An Viên, xã Thủ Sỹ, huyện Tiên Lữ, tỉnh Hưng Yên; "),
    "names of persons": again("Nguyễn Văn An "),
    orders: counted((i) => `- Giao Phòng Nội vụ báo cáo trước ngày ${(i % 28) + 1}/8/2024;\n`),
    targets: again("phấn đấu đạt 90% trở lên, "),
    "full stops": again("a. "),
    semicolons: again("a; 1; "),
    quotes: again('"a",'),
    "one long word": again("a"),
  };
}
