import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { LETTERS } from "#test/services/documents/reading.ts";
import { type Ended, runEntry } from "#test/support/program.ts";

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-import-"));
  folders.push(folder);
  return folder;
}

const letter = (name: string) => `test/fixtures/documents/${name}.txt`;

/** Runs the import program over a store of its own. */
async function runImport(args: readonly string[], folder?: string): Promise<Ended> {
  const home = folder ?? (await newFolder());
  return runEntry("bot/import.ts", args, { STORE_URL: `file:${home}/bot.db` });
}

describe("npm run import", () => {
  it("prints one object a file, as the contract says", async () => {
    const ended = await runImport([letter(LETTERS.meLinh), letter(LETTERS.tienThang), "--json"]);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const [first, second] = ended.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(Object.keys(first)).toEqual(["document", "sheets", "targets", "tasks", "warnings", "unread"]);
    expect(first.document).toMatchObject({
      issuer: "UBND huyện Mê Linh",
      number: "2326/UBND-VP",
      date: null,
    });
    expect(first.sheets).toEqual([
      {
        scope: "thành phố Hà Nội",
        period: "2024-07",
        extractedAt: "2024-08-14T12:00:00+07:00",
        rows: [{ unit: "huyện Mê Linh", indicator: "TOTAL", value: 68.38, change: 0.31, rank: 13, of: 30 }],
      },
    ]);
    expect(second.warnings).toEqual([{ code: "no-date", message: expect.stringMatching(/ngày ban hành/u) }]);
  });

  it("reads a scanned page as it runs in the product, from its bundle", async () => {
    const scan = "test/fixtures/documents/office-set/scans/tienlu.p3.bin200.png";
    const ended = await runImport([scan, "--json", "--period", "8/2024", "--scope", "huyện Tiên Lữ"]);
    expect(ended.stderr).toBe("");
    const { sheets } = JSON.parse(ended.stdout);
    expect(sheets[0]?.rows.length).toBeGreaterThan(10);
  });

  it("takes the period from the file's name where the paper names none, and says so", async () => {
    const folder = await newFolder();
    const text =
      "Theo Bộ chỉ số phục vụ người dân và doanh nghiệp, tỉnh Quảng Trị đạt 77,65/100 điểm, tỉnh Gia Lai đạt 76,02/100 điểm.";
    const [named, unnamed] = [join(folder, "BC_thang 8-2026.txt"), join(folder, "bao-cao.txt")];
    await Promise.all([named, unnamed].map((path) => writeFile(path, text)));
    const ended = await runImport([named, unnamed, "--json"], folder);
    expect(ended.code).toBe(1);
    const [first, second] = ended.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first.sheets).toMatchObject([{ scope: "cả nước", period: "2026-08" }]);
    expect(first.warnings).toContainEqual({
      code: "period-from-name",
      message: expect.stringMatching(/lấy tháng 8\/2026 theo tên tệp BC_thang 8-2026\.txt/u),
    });
    expect(second.sheets).toEqual([]);
    const given = await runImport([named, "--period", "7/2026", "--yes"], folder);
    expect(given.stdout).toContain("tháng 7/2026");
    expect(given.stdout).not.toContain("theo tên tệp");
  });

  it("shows what is new, stores it with --yes, and then has nothing new", async () => {
    const folder = await newFolder();
    const preview = await runImport([letter(LETTERS.tienLu)], folder);
    expect(preview.stdout).toContain("36 số mới");
    expect(preview.stdout).toContain("Cương Chính: Tổng điểm 83,28 (−2,60)");
    expect(preview.stdout).toContain("Chưa lưu gì");
    expect((await runImport([letter(LETTERS.tienLu), "--yes"], folder)).stdout).toContain(
      "Đã lưu: huyện Tiên Lữ",
    );
    const again = await runImport([letter(LETTERS.tienLu), "--yes"], folder);
    expect(again.stdout).toContain("giữ nguyên 36 số");
    expect(again.stdout).toContain("Không có gì mới");
  });

  it("names each value beside the one it replaces, and what cannot be in the reader's words", async () => {
    const folder = await newFolder();
    const write = async (name: string, score: string, rate: string): Promise<string> => {
      const path = join(folder, name);
      const head = "ỦY BAN NHÂN DÂN\nHUYỆN ÂN THI\nSố: 9/UBND-VP\nÂn Thi, ngày 07 tháng 9 năm 2024\n";
      const table = `STT\tĐơn vị\tĐiểm tổng hợp\tTiến độ giải quyết hồ sơ (%)\n1\tUBND xã Bắc Sơn\t${score}\t${rate}\n2\tUBND xã Cẩm Ninh\t87,10\t99\n`;
      await writeFile(path, `${head}V/v công bố kết quả Bộ chỉ số 766 tháng 8/2024\n\n${table}`);
      return path;
    };
    await runImport([await write("first.txt", "88,82", "97"), "--yes"], folder);
    const changed = await runImport([await write("second.txt", "88,92", "97")], folder);
    expect(changed.stdout).toContain("xã Bắc Sơn: Tổng điểm 88,82 → 88,92 · Đúng hạn (%) 97%");
    const wrong = await runImport([await write("third.txt", "889,2", "97"), "--yes"], folder);
    expect(wrong.stdout).toContain("xã Bắc Sơn, tháng 8/2024: Tổng điểm = 889,20, ngoài khoảng 0–100.");
    expect(wrong.code).toBe(1);
  });

  it("ends with 1 and one sentence for what it cannot take", async () => {
    const folder = await newFolder();
    await writeFile(
      join(folder, "mat.txt"),
      "MẬT\n\nHUYỆN TIÊN LỮ\nTổng điểm tháng 8/2024: 88,03/100 điểm.\n",
    );
    const secret = await runImport([join(folder, "mat.txt"), "--json", "--yes"], folder);
    expect(secret.code).toBe(1);
    expect(JSON.parse(secret.stdout)).toMatchObject({ sheets: [], warnings: [{ code: "classified" }] });
    expect(secret.stdout).not.toContain("88,03");

    expect(await runImport([join(folder, "none.txt")], folder)).toMatchObject({ code: 1, stdout: "" });
    expect(await runImport([], folder)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("Cách dùng"),
    });
  });
});
