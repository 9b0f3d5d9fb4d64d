// Evaluates what the store named holds and tells its parent the most memory it ever held, in MB.
import { openStore } from "#services/store/open-store.ts";
import { clock } from "#test/bench/alerts-country.ts";
import { openAlertDesk } from "#test/support/alert-desk.ts";

const store = await openStore(process.argv[2] ?? "");
await openAlertDesk({ store, clock }).look();
await store.close();
process.send?.(process.resourceUsage().maxRSS / 1024);
