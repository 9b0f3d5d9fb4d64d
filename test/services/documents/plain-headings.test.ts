import { describe, expect, it } from "vitest";
import { facts, read } from "#test/services/documents/reading.ts";

const TABLE = `TT\tĐơn vị\tSố hóa hồ sơ (22)\tTổng điểm (100)\tXếp hạng
1\tUBND phường Pleiku\t13,40\t77,37\t2
2\tUBND xã Vân Canh\t14,02\t79,76\t1
`;

describe("a heading without “V/v” or a line “THÔNG BÁO”", () => {
  it("gives period and extraction time to the table below", async () => {
    const letter = `ỦY BAN NHÂN DÂN TỈNH GIA LAI
VĂN PHÒNG

Số: 512/VP-KSTT
Gia Lai, ngày 06 tháng 4 năm 2026

Công bố kết quả Bộ chỉ số 766 tháng 3/2026 của UBND các xã, phường trên địa bàn tỉnh Gia Lai
(Thời điểm trích xuất: 10 giờ 15 phút ngày 03/4/2026)

${TABLE}`;
    expect(facts(await read(letter))).toContain(
      "tỉnh Gia Lai | 2026-03 | 2026-04-03T10:15:00+07:00 | xã Vân Canh | TOTAL | 79.76 | – | 1 | –",
    );
  });

  it("may name kind and subject in one line, number and date in another", async () => {
    const letter = `UBND HUYỆN PHÙ CỪ
Số 77/BC-UBND, Phù Cừ, ngày 5/12/2024
BÁO CÁO Kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 11/2024

STT\tTên đơn vị\tTổng điểm tháng 10\tTổng điểm tháng 11\tTăng/giảm\tXếp hạng
1\tXã Đoàn Đào\t86.4\t86.1\t-0.3\t2
2\tXã Tống Phan\t80.05\t82.6\t+2.55\t3
`;
    const extraction = await read(letter);
    expect(extraction.document).toMatchObject({
      issuer: "UBND huyện Phù Cừ",
      number: "77/BC-UBND",
      date: "2024-12-05",
    });
    expect(facts(extraction)).toEqual([
      "huyện Phù Cừ | 2024-10 | – | xã Đoàn Đào | TOTAL | 86.4 | – | – | –",
      "huyện Phù Cừ | 2024-10 | – | xã Tống Phan | TOTAL | 80.05 | – | – | –",
      "huyện Phù Cừ | 2024-11 | – | xã Đoàn Đào | TOTAL | 86.1 | -0.3 | 2 | –",
      "huyện Phù Cừ | 2024-11 | – | xã Tống Phan | TOTAL | 82.6 | 2.55 | 3 | –",
    ]);
  });
});
