import { join } from 'node:path';
import { compileWorkshop, convertWorkshop, type CompiledWorkshop, type Compilation } from '#lib/script/compile.ts';
import { parseWorkshop, type WorkshopFiles } from '#lib/script/parse.ts';
import type { WorkshopSource } from '#lib/script/raw.ts';
import { readWorkshop } from '../../src/vite/read-workshop.ts';

/** Files of a fixture, with some of them changed: `edit` gets each text and answers the new one. */
export async function filesOf(
	fixture: string,
	edit: (text: string, path: string) => string = (text) => text
): Promise<WorkshopFiles> {
	const files = await readWorkshop(join(import.meta.dirname, 'fixtures', fixture), false);
	const texts = new Map([...files.texts].map(([path, text]) => [path, edit(text, path)]));
	return { ...files, texts };
}

export function parsed(files: WorkshopFiles): WorkshopSource {
	const { source, problems } = parseWorkshop(files);
	if (!source) throw new Error(problems.map(({ message }) => message).join('\n'));
	return source;
}

export function converted(files: WorkshopFiles): Compilation {
	const { compilation, problems } = convertWorkshop(parsed(files));
	if (!compilation) throw new Error(problems.map(({ message }) => message).join('\n'));
	return compilation;
}

export function compiled(files: WorkshopFiles): CompiledWorkshop {
	const outcome = compileWorkshop(parsed(files));
	if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join('\n'));
	return outcome.value;
}

/** Replaces text that must be there. */
export function replace(text: string, from: string, to: string): string {
	if (!text.includes(from)) throw new Error(`The fixture has no "${from}".`);
	return text.replace(from, to);
}
