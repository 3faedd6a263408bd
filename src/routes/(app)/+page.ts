import { workshops } from 'virtual:plenum/workshops';
import type { PageLoad } from './$types';

/** The shipped workshops: a light list at once, the workshops themselves as soon as they are read. */
export const load: PageLoad = () => ({ listings: workshops });
