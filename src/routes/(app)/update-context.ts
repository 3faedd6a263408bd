import { createContext } from 'svelte';
import type { AppUpdate } from '../app-update.svelte.ts';

/** The newer version of the app, where one waits. Offered in the library only, never during a session. */
export const [useAppUpdate, setAppUpdate] = createContext<AppUpdate>();
