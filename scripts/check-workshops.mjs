// npm run check:workshops [folder…] [-- --write] [--tips]
// Checks folders of workshops, or single workshops, and prints what is wrong with file and line.
import { lstat, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const HELP = `Usage: npm run check:workshops -- [--tips] [--write] [folder…]

  folder    a workshop, or a folder of workshops (default: workshops)
  --tips    also print tips, for example translations that may be out of date
  --write   write the field reference and the schema in workshops/ anew

Ends with 0 when nothing is wrong, 1 when there are errors, 2 when a folder cannot be read.`;

const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2);
const flags = new Set(given.filter((each) => each.startsWith('--')));
const folders = given.filter((each) => !each.startsWith('--'));
const unknown = [...flags].find((each) => !['--tips', '--write', '--help'].includes(each));
if (unknown || flags.has('--help')) {
	console.log(unknown ? `Unknown option ${unknown}.\n\n${HELP}` : HELP);
	process.exit(unknown ? 2 : 0);
}

// The registry of activity kinds uses import.meta.glob, which only exists inside Vite.
const vite = await createServer({
	root,
	configFile: false,
	logLevel: 'error',
	appType: 'custom',
	optimizeDeps: { noDiscovery: true, include: [] },
	server: { middlewareMode: true, hmr: false, ws: false, watch: null }
});
try {
	const [check, reference, reader] = await Promise.all([
		vite.ssrLoadModule('/src/lib/script/check.ts'),
		vite.ssrLoadModule('/src/lib/script/reference.ts'),
		vite.ssrLoadModule('/src/vite/read-workshop.ts')
	]);
	if (flags.has('--write')) await write(reference);
	process.exitCode = await checkAll(check, reader);
} finally {
	await vite.close();
}

async function checkAll({ checkFolder }, { readWorkshop }) {
	const found = { error: 0, warning: 0, tip: 0 };
	const workshops = [];
	for (const folder of folders.length > 0 ? folders : [join(root, 'workshops')]) {
		try {
			workshops.push(...(await workshopsIn(resolve(folder))));
		} catch (error) {
			console.error(`${folder}: ${error.message}`);
			return 2;
		}
	}
	for (const workshop of workshops) {
		const problems = checkFolder(await readWorkshop(workshop, false));
		for (const { level, code, file, line, message } of problems) {
			found[level] += 1;
			if (level === 'tip' && !flags.has('--tips')) continue;
			const path = relative(process.cwd(), join(workshop, file ?? ''));
			console.log(`${path}:${line ?? 1}: ${level}: ${message} [${code}]`);
		}
	}
	const { error, warning, tip } = found;
	const tips = tip > 0 && !flags.has('--tips') ? ' (shown with --tips)' : '';
	console.log(
		`${count(workshops.length, 'workshop')} checked: ${count(error, 'error')}, ${count(warning, 'warning')}, ${count(tip, 'tip')}${tips}`
	);
	return error > 0 ? 1 : 0;
}

function count(number, word) {
	return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** A folder with `workshop.yaml` is one workshop; any other folder holds workshops. Links are not followed. */
async function workshopsIn(folder) {
	if (!(await lstat(folder)).isDirectory()) throw new Error('this is not a folder.');
	const entries = await readdir(folder, { withFileTypes: true });
	if (entries.some(({ name }) => name === 'workshop.yaml')) return [folder];
	const inside = entries.filter(
		(each) => each.isDirectory() && !/^[._]/.test(each.name) && each.name !== 'schema'
	);
	if (inside.length === 0) throw new Error(`there is no workshop in ${basename(folder)}.`);
	return inside.map(({ name }) => join(folder, name)).sort();
}

async function write({ jsonSchema, fieldReference, putReference }) {
	const path = join(root, 'workshops', 'README.md');
	await writeFile(path, putReference(await readFile(path, 'utf8'), fieldReference()));
	const schema = `${JSON.stringify(jsonSchema(), null, '\t')}\n`;
	await writeFile(join(root, 'workshops', 'schema', 'workshop-script-1.schema.json'), schema);
}
