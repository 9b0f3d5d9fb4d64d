import { OPERATIONS_PATH } from "#bot/http/machine-pages.ts";

/** All that belongs to the operator's page lies below. */
export const PAGE_PATH = OPERATIONS_PATH;
export const CHATS_PATH = `${PAGE_PATH}/noi`;
export const DEEDS_PATH = `${PAGE_PATH}/nhatky`;
export const LEDGER_PATH = `${PAGE_PATH}/so`;
export const ACT_PATH = `${PAGE_PATH}/lam`;
