/** Where the page is; all that belongs to it lies below. */
export const PAGE_PATH = "/thietlap";
/** Where the bot answers its own knock from outside. */
export const KNOCK_PATH = `${PAGE_PATH}/go/`;
