import { toPeriod } from "#services/periods/period.ts";
import { createTargets } from "#services/targets/targets.ts";
import type { TaskDue } from "#services/tasks/task.ts";
import type { Unit } from "#services/units/unit.ts";
import { type Figures, startTimeline, type Timeline } from "#test/support/timeline.ts";

export interface PaperOfficeOptions {
  readonly now?: string;
  readonly scope: string;
  /** Of the scope's communes, the first so many; one of another name is made. */
  readonly units: number | readonly string[];
  readonly months: readonly string[];
  /** Figures a unit beyond the points of the total and of its groups; by default on-time rates and overdue dossiers. */
  readonly rates?: boolean;
}

const GROUPS = { CKMB: 18, TDGQ: 20, CLGQ: 12, TTTT: 10, MDHL: 18, MDSH: 22 } as const;

/**
 * An office whose months are full: every unit has its total, its six groups, rates and counts; targets are missed, alerts
 * open, tasks due. One unit has no figures in the last month.
 */
export async function startPaperOffice(options: PaperOfficeOptions): Promise<Timeline> {
  const { scope, units, months, rates = true, now = "2026-10-06 09:00" } = options;
  const office = await startTimeline({ now, scope });
  const names = typeof units === "number" ? communesOf(office, units) : units;
  for (const [at, month] of months.entries()) {
    const told = at === months.length - 1 ? names.slice(0, Math.max(2, names.length - 1)) : names;
    const figures = Object.fromEntries(told.map((name, i) => [name, figuresOf(i, at, rates)]));
    const document = { issuer: `UBND ${scope}`, number: `${101 + at}/UBND-VP`, date: `${month}-28` };
    await office.publish(month, figures, { complete: true, asOf: `${month}-27T17:00:00+07:00`, document });
  }
  await giveOrders(office, months.at(-1) ?? "");
  return office;
}

function communesOf({ app, scope }: Timeline, count: number): readonly string[] {
  const communes = app.services.units
    .children(scope.id)
    .filter(({ kind, validTo }) => kind === "commune" && validTo === null);
  return communes.slice(0, count).map(({ title, name }: Unit) => `${title} ${name}`);
}

/** Spread over the scale, unlike each other, and moving from month to month. */
function figuresOf(unit: number, month: number, rates: boolean): Figures[string] {
  const part = (salt: number): number => ((unit * 37 + month * 11 + salt * 53) % 97) / 97;
  const points = Object.fromEntries(
    Object.entries(GROUPS).map(([group, max], i) => [group, rounded(max * (0.45 + 0.55 * part(i)))]),
  );
  const TOTAL = rounded(Object.values(points).reduce((sum, value) => sum + value, 0));
  if (!rates) return { TOTAL, ...points };
  const overdue = { "overdue-dossiers": Math.floor(30 * part(8) ** 3) };
  return { TOTAL, ...points, "on-time-rate": rounded(80 + 20 * part(7)), ...overdue };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

async function giveOrders({ app, store, scope }: Timeline, month: string): Promise<void> {
  const { services } = app;
  const document = (await services.sheets.current(scope.id, toPeriod(month)))?.documents[0];
  if (!document) return;
  const set = [
    { indicator: "on-time-rate", comparison: ">=", value: 95 } as const,
    { indicator: "TTTT", comparison: ">=", value: 8 } as const,
  ].map((target) => ({ ...target, scope: scope.id, period: null, kinds: null, source: document.id }));
  await store.commit({ puts: createTargets({ store }).puts(set) });
  const dues: readonly (readonly [string, string, TaskDue])[] = [
    [
      "Rà soát, xử lý dứt điểm hồ sơ quá hạn; báo cáo nguyên nhân, trách nhiệm từng hồ sơ",
      "UBND các xã, phường",
      { on: "date", date: "2026-10-02", includesDay: true },
    ],
    [
      "Niêm yết công khai tài khoản thanh toán trực tuyến tại bộ phận một cửa",
      "Văn phòng UBND tỉnh",
      { on: "date", date: "2026-10-09", includesDay: false },
    ],
    [
      "Gửi số liệu số hóa hồ sơ về Trung tâm Phục vụ hành chính công",
      "Sở Khoa học và Công nghệ",
      { on: "weekly", weekday: 5, time: "16:00" },
    ],
  ];
  const tasks = dues.map(([text, owner, due]) => ({
    ...{ scope: scope.id, document, text, owners: [owner], units: [], due },
  }));
  await store.commit(await services.tasks.adding(tasks));
}
