import { basename, join, resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { listing, parseWorkshop, plainOf, type PlainWorkshop } from '../lib/script/parse.ts';
import { readWorkshop, workshopFolders } from './read-workshop.ts';

const INDEX = 'virtual:plenum/workshops';
const ONE = 'virtual:plenum/workshop/';

/**
 * Turns `workshops/<id>/` into JSON the app can load: `virtual:plenum/workshops` is the light list,
 * and each workshop its own chunk. It only parses; conversion needs the activity kinds, which cannot
 * be imported while vite.config.ts is read.
 */
export function workshops(folder = 'workshops'): Plugin {
	let root = folder;
	let building = false;

	async function load(path: string): Promise<PlainWorkshop | undefined> {
		const { source, problems } = parseWorkshop(await readWorkshop(path, true));
		const errors = problems.filter((each) => each.level === 'error');
		if (source && errors.length === 0) return plainOf(source);
		const text = errors.map(({ file, line, message }) => `${file ?? ''}:${line ?? 1} ${message}`);
		const message = `The workshop ${basename(path)} cannot be used:\n${text.join('\n')}`;
		if (building) throw new Error(message);
		console.warn(message);
		return undefined;
	}

	async function indexModule(): Promise<string> {
		const all = await Promise.all((await workshopFolders(root)).map(load));
		const entries = all.flatMap((each) => {
			if (!each) return [];
			const id = JSON.stringify(ONE + each.folder);
			return [
				`{ ...${JSON.stringify(listing(each))}, load: async () => (await import(${id})).default }`
			];
		});
		return `export const workshops = [${entries.join(',\n')}];`;
	}

	return {
		name: 'plenum-workshops',
		configResolved(config) {
			root = resolve(config.root, folder);
			building = config.command === 'build';
		},
		resolveId: (id) => (id === INDEX || id.startsWith(ONE) ? `\0${id}` : undefined),
		async load(id) {
			if (id === `\0${INDEX}`) return indexModule();
			if (!id.startsWith(`\0${ONE}`)) return undefined;
			const name = id.slice(ONE.length + 1);
			if (!/^[a-z][a-z0-9-]*$/.test(name)) return undefined;
			const json = JSON.stringify(await load(join(root, name)));
			return `export default JSON.parse(${JSON.stringify(json)});`;
		},
		configureServer(server) {
			server.watcher.add(root);
			for (const event of ['add', 'change', 'unlink'] as const)
				server.watcher.on(event, (file) => {
					if (resolve(file).startsWith(root + sep)) reload(server);
				});
		}
	};
}

/** Forgets what was read of the workshops and loads the page again. */
function reload(server: ViteDevServer): void {
	for (const environment of Object.values(server.environments))
		for (const [id, module] of environment.moduleGraph.idToModuleMap)
			if (id.startsWith('\0virtual:plenum/')) environment.moduleGraph.invalidateModule(module);
	server.ws.send({ type: 'full-reload' });
}
