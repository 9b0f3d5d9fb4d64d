import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { AN, type Office, startOffice } from "#test/support/office.ts";

const PERIOD = toPeriod("2024-08");
const RIGHT = { "Thủ Sỹ": 89.63, "Hưng Đạo": 88.82, "Cương Chính": 83.28 };
const WRONG = { ...RIGHT, "Cương Chính": 93.28 };
const GROUP = "test:g1";

let office: Office;
beforeEach(async () => {
  office = await startOffice({ now: "2024-09-05T09:00:00+07:00" });
  await office.look();
  await office.subscribe(GROUP);
});
afterEach(() => office.stop());

const broadcasts = () => office.app.services.broadcasts.list();
const states = async () => (await broadcasts()).map(({ id, state }) => `${id} ${state}`).sort();

async function publish(totals: Readonly<Record<string, number>>): Promise<void> {
  await office.publish(totals);
  await office.look();
}

async function restore(version: number, over: number): Promise<void> {
  await office.app.services.sheets.restore([{ scope: office.scope.id, period: PERIOD, version, over }]);
  await office.look();
}

/** Corrections first, the newest last, then the results. */
const heard = async () => (await office.owed(GROUP)).map(({ text }) => text.text);

async function approveDraft(): Promise<void> {
  const draft = (await broadcasts()).find(({ state }) => state === "draft");
  await office.order(`/phatsong duyệt ${draft?.code}`);
  await office.look();
}

describe("an older version in force again", () => {
  it("is a correction for those who were told of the newer one", async () => {
    await publish(RIGHT);
    await approveDraft();
    await publish(WRONG);
    await approveDraft();
    await restore(1, 2);
    await approveDraft();
    const texts = await heard();
    expect(texts).toHaveLength(3);
    expect(texts[1]).toContain("Bản 3 (lấy lại số liệu bản 1) thay bản 2 đã gửi. Các số thay đổi:");
    expect(texts[1]).toContain("Cương Chính 93,28 → 83,28");
  });

  it("ends the draft of a wrong version that was never sent, and tells nobody else", async () => {
    await publish(RIGHT);
    await approveDraft();
    await publish(WRONG);
    await restore(1, 2);
    expect(await states()).toEqual([
      "correction/od332/2024-08/v2 cancelled",
      "results/od332/2024-08/v1 sending",
    ]);
    expect(await office.owed(GROUP)).toHaveLength(1);
  });
});

describe("figures that are withdrawn", () => {
  it("are a correction for those who were told of them, and so they are when they come back", async () => {
    await publish(RIGHT);
    await approveDraft();
    await restore(0, 1);
    await approveDraft();
    await publish(RIGHT);
    await approveDraft();
    const texts = await heard();
    expect(texts).toHaveLength(3);
    expect(texts[0]).toContain("Số liệu đã gửi (bản 1) được rút, chưa có số liệu thay.");
    expect(texts[0]).toContain("Thủ Sỹ 89,63 → không có số liệu");
    expect(texts[1]).toContain("Thủ Sỹ không có số liệu → 89,63");
  });

  it("end their draft where nobody was told, and make no other", async () => {
    await publish(RIGHT);
    await restore(0, 1);
    expect(await states()).toEqual(["results/od332/2024-08/v1 cancelled"]);
    expect(await office.owed(AN)).toHaveLength(1);
  });
});
