import { BackupRefused } from "#bot/backup/backup-refused.ts";
import { ChannelRefused } from "#bot/channels/errors.ts";
import { ConfigInvalid, explainFaults } from "#bot/config/config.ts";
import { PortInUse } from "#bot/http/server.ts";
import { HomeScopeUnclear } from "#bot/wiring/home-scope.ts";
import type { Catalog } from "#locales/catalog.ts";
import { StoreUnavailable } from "#services/store/store.ts";
import { StoreTooNew } from "#services/store/store-form.ts";

/** The one sentence for what kept a program from starting; null = a bug, to be shown with its trace. */
export function explain(error: unknown, { run, config, backup }: Catalog): string | null {
  if (error instanceof ConfigInvalid) return explainFaults(error, config);
  if (error instanceof PortInUse) return run.portInUse(error.port);
  if (error instanceof StoreUnavailable) return run.storeUnavailable(error.target);
  if (error instanceof StoreTooNew) return run.storeTooNew;
  if (error instanceof ChannelRefused) return run.channelRefused[error.fault](error.channel);
  if (error instanceof BackupRefused) return backup.refused[error.code]("");
  if (error instanceof HomeScopeUnclear) return run.homeUnclear(error);
  return null;
}
