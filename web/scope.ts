// What a browser keeps for one Cairn, by name. Several may lie on one host (name.github.io/a and /b): database,
// locks, channel and what a tab remembers are those of the folder that the page is served from.

/** "/a/", for the page and its worker alike. */
const FOLDER = new URL('./', location.href).pathname;

export const STORE_NAME = `cairn${FOLDER}`;
export const BACKUPS_NAME = `cairn-backups${FOLDER}`;
export const CHANNEL = `${STORE_NAME}#records`;
export const STORE_LOCK = `${STORE_NAME}#store`;
export const slotLock = (slot: number): string => `${STORE_NAME}#slot/${slot}`;
export const LEAVING = `${STORE_NAME}#leaving/`;
export const TAB_KEY = `${STORE_NAME}#tab`;

/** Before 0.3 all Cairns of a host shared these (former.ts). */
export const FORMER_STORE = '/cairn';
export const FORMER_BACKUPS = 'cairn-backups';
export const FORMER_LOCK = 'cairn/store';
