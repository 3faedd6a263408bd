/** Bounds every party agrees on. Sizes in bytes, times in ms. The relay and every device refuse what exceeds them. */
export const VERSION = 1;

/** Whole sealed and signed entry of kind `update`. */
export const MAX_UPDATE = 16 * 1024;
/** Whole entry of kind `snapshot` by a participant. */
export const MAX_SNAPSHOT = 64 * 1024;
/** Whole entry of kind `snapshot` by a facilitator device. */
export const MAX_FACILITATOR_SNAPSHOT = 256 * 1024;
/** One frame on any link. */
export const MAX_FRAME = 300 * 1024;
/** A page of entries is closed once it has grown to this; one larger entry travels alone. */
export const PAGE = 60 * 1024;
/** Logs named in one HAVE frame. */
export const MAX_HAVE = 800;
/** Records in one MEMBERS frame. */
export const MAX_MEMBERS = 200;
/** Sealed part of a slip. */
export const MAX_SLIP = 512;
/** Writers a room admits to the relay, removed ones included. */
export const MAX_WRITERS = 600;
/** Facilitator devices a room admits to the relay. */
export const MAX_FACILITATORS = 20;
/** Writers a lock statement can name as removed. */
export const MAX_REMOVED = 600;

export const HOUR = 3_600_000;
/** Life of a room after its last use, unless the organiser asks for another. */
export const DEFAULT_LIFE_HOURS = 24;
export const MAX_LIFE_HOURS = 30 * 24;
/** Entries in one ENTRIES frame. */
export const MAX_ENTRIES = 2000;
