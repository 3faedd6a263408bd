/** Root folder of the repository. */
export const root: string;
/** Where the bundled relay lies. */
export const relayFile: string;
/** Bundles a module for Node into one file; what comes from npm stays in node_modules. */
export function bundle(input: string, file: string): Promise<void>;
/** Whether the built app and relay stand for the sources as they are now. */
export function isFresh(): Promise<boolean>;
