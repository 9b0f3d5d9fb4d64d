import { arch, release, type } from "node:os";
import { type DiskPlaces, isLow, readDisks } from "#bot/operations/disk.ts";
import { readChats } from "#bot/operations/read-chats.ts";
import { readLatest } from "#bot/operations/read-deeds.ts";
import { readBroadcasts, readFailed } from "#bot/operations/read-deliveries.ts";
import type { OperationsView } from "#bot/operations/view.ts";
import { portalLines } from "#commands/parts/portal-lines.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Attention } from "#locales/words/operations.ts";
import { lines } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";

/** Lines of each list on the first page. */
const CHATS = 10;
const DEEDS = 12;

/** All that the first page shows, as things stand. Rejects with StoreUnavailable. */
export async function readView(places: DiskPlaces, services: Services, t: Catalog): Promise<OperationsView> {
  const [status, pending, failures, broadcasts, chats, deeds, portal, waiting, disks] = await Promise.all([
    services.status(),
    services.ledger.pending(),
    services.failures.list(),
    services.broadcasts.list(),
    readChats({ sought: "", page: 1, perPage: CHATS }, services),
    readLatest(DEEDS, services),
    services.portal.status(),
    services.closedPeriods.waiting(),
    readDisks(places),
  ]);
  const { isOn } = services.portal;
  const attention: readonly Attention[] = [
    ...status.channels.flatMap(({ name, up }): Attention[] => (up ? [] : [{ kind: "channel", name }])),
    ...(status.backup.fault ? [{ kind: "backup-fault" } as const] : []),
    ...(failures.length > 0 ? [{ kind: "failed", count: failures.length } as const] : []),
    ...counted("drafts", broadcasts.filter(({ state }) => state === "draft").length),
    ...counted("asking", chats.asking),
    ...(isOn && portal.breaker.state !== "closed" ? [{ kind: "portal" } as const] : []),
    ...counted("portal-figures", waiting.length),
    ...disks.filter(isLow).map(({ use, free }): Attention => ({ kind: "disk", use, free })),
    ...(status.backup.plan ? [] : [{ kind: "backup-off" } as const]),
  ];
  const unit = status.newest && services.units.get(status.newest.scope);
  return {
    status,
    newest: status.newest && unit ? { ...status.newest, unit } : null,
    attention,
    oldestDue: pending.oldest,
    ...(await readFailed(failures, services, t)),
    broadcasts: await readBroadcasts(broadcasts, failures, services, t),
    chats,
    deeds,
    portal: isOn ? portalLines(portal, services, t).flatMap((line) => (line ? [lines(line).text] : [])) : [],
    disks,
    machine: {
      node: process.versions.node,
      system: `${type()} ${release()} (${arch()})`,
      store: places.storeUrl.startsWith("file:") ? "SQLite" : "Redis",
    },
  };
}

function counted(kind: "drafts" | "asking" | "portal-figures", count: number): readonly Attention[] {
  return count > 0 ? [{ kind, count }] : [];
}
