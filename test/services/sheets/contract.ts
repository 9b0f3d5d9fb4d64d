import { beforeEach, describe } from "vitest";
import { createSheets } from "#services/sheets/create-sheets.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import type { Store } from "#services/store/store.ts";
import { findsByCheckCode } from "#test/services/sheets/contract-codes.ts";
import { publishesAtOnce } from "#test/services/sheets/contract-publishing.ts";
import { restoresVersions } from "#test/services/sheets/contract-restoring.ts";
import { keepsVersions } from "#test/services/sheets/contract-versions.ts";

/** When everything here is published. */
export const NOW = "2024-09-05T01:00:00.000Z";

export interface SheetsUnderTest {
  readonly sheets: Sheets;
  readonly store: Store;
  /** The sheets of one more process over the same store. */
  another(): Promise<Sheets>;
}

/** What sheets promise over any store; `connect` opens one more client of a place that is new for every test. */
export function describeSheets(name: string, fresh: () => Promise<() => Promise<Store>>): void {
  describe(`sheets over ${name}`, () => {
    let connect: () => Promise<Store>;
    let first: { readonly store: Store; readonly sheets: Sheets } | null = null;
    const clients: Store[] = [];

    const open = async () => {
      const store = await connect();
      clients.push(store);
      return { store, sheets: createSheets({ store, clock: () => new Date(NOW) }) };
    };
    const opened = () => {
      if (!first) throw new Error("sheets are there only within a test");
      return first;
    };
    const under: SheetsUnderTest = {
      get sheets() {
        return opened().sheets;
      },
      get store() {
        return opened().store;
      },
      another: async () => (await open()).sheets,
    };

    beforeEach(async () => {
      connect = await fresh();
      first = await open();
      return async () => {
        for (const client of clients.splice(0)) await client.close();
      };
    });

    keepsVersions(under);
    publishesAtOnce(under);
    restoresVersions(under);
    findsByCheckCode(under);
  });
}
