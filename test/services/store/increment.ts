// One of several processes that share a SQLite file: adds 1 to a counter, so many times.

import { z } from "zod";
import { createCollection } from "#services/store/collection.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";

const [path = "", times = "0"] = process.argv.slice(2);
const store = createSqliteStore({ path });
const counters = createCollection({ store, prefix: "counter", version: 1, schema: z.number() });
for (let i = 0; i < Number(times); i++) await counters.update("shared", (count) => (count ?? 0) + 1);
await store.close();
