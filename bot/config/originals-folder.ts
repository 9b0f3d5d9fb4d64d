import { fileURLToPath } from "node:url";

/** Where papers are kept as they were sent: beside the store's file; of a store elsewhere, in `data`. */
export function originalsFolder(storeUrl: string): string {
  if (!storeUrl.startsWith("file:") || storeUrl === "file::memory:") return "data/originals";
  const path = storeUrl.startsWith("file://") ? fileURLToPath(storeUrl) : storeUrl.slice("file:".length);
  return `${path}.originals`;
}
