// Second half of `npm run build`: bundles the relay and lays .br and .gz beside what it will serve.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile, mkdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { rolldown } from 'rolldown';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const relayFile = join(root, 'dist', 'relay.mjs');
const STAMP = join(root, 'dist', 'built-from');
const SOURCES = ['src', 'static', 'workshops', 'guide', 'scripts/build-relay.mjs', 'package.json']
	.concat(['package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'])
	.map((path) => join(root, path));
const COMPRESSIBLE = new Set([
	'.html',
	'.js',
	'.css',
	'.json',
	'.svg',
	'.webmanifest',
	'.txt',
	'.xml',
	'.map',
	'.ico'
]);

/** Bundles the relay into one module for Node; what comes from npm stays in node_modules. */
export async function bundle(input, file) {
	const build = await rolldown({
		input,
		platform: 'node',
		external: (id) => !/^[./#\0]/.test(id) && !/^[A-Za-z]:/.test(id),
		resolve: { tsconfigFilename: join(root, 'tsconfig.json') }
	});
	await build.write({ file, format: 'esm', sourcemap: false });
	await build.close();
}

/** Every file under `paths`, sorted, so that the order never depends on the file system. */
async function filesIn(paths) {
	const found = [];
	for (const path of paths) {
		const info = await stat(path).catch(() => undefined);
		if (info?.isDirectory()) {
			const names = await readdir(path);
			found.push(...(await filesIn(names.map((name) => join(path, name)))));
		} else if (info) found.push(path);
	}
	return found.sort();
}

/** Fingerprint of everything a build is made from. */
async function sourceHash() {
	const hash = createHash('sha256').update(process.version);
	for (const path of await filesIn(SOURCES)) {
		const bytes = await readFile(path);
		hash.update(`${path.slice(root.length)}\0${bytes.length}\0`).update(bytes);
	}
	return hash.digest('hex');
}

/** Whether `build/` and the relay stand for the sources as they are now. */
export async function isFresh() {
	const built = await readFile(STAMP, 'utf8').catch(() => '');
	const page = await stat(join(root, 'build', '200.html')).catch(() => undefined);
	return page !== undefined && built === (await sourceHash());
}

async function precompress(folder) {
	const small = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
	const files = (await filesIn([folder])).filter((path) => COMPRESSIBLE.has(extname(path)));
	await Promise.all(
		files.map(async (path) => {
			const bytes = await readFile(path);
			for (const [ending, packed] of [
				['.br', await promisify(brotliCompress)(bytes, small)],
				['.gz', await promisify(gzip)(bytes, { level: 9 })]
			])
				// A packed file that saves nothing would only cost the phone time.
				if (packed.length < bytes.length) await writeFile(path + ending, packed);
		})
	);
	return files.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await mkdir(dirname(STAMP), { recursive: true });
	await bundle(join(root, 'src', 'relay', 'main.ts'), relayFile);
	const count = await precompress(join(root, 'build'));
	await writeFile(STAMP, await sourceHash());
	console.log(`Relay bundled, ${count} files compressed.`);
}
