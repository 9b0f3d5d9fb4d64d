/** Where the page is; all that belongs to it lies below. */
export const PAGE_PATH = "/thietlap";
/** Where the bot answers its own knock from outside; a reverse proxy may keep the page back, and must pass this on. */
export const KNOCK_PATH = "/knock/";
