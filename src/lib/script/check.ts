import type { Problem } from '#lib/base/problem.ts';
import { checkFiles } from './check-files.ts';
import { checkIds, checkRefs } from './check-ids.ts';
import { checkPlans, checkVariants } from './check-plan.ts';
import { checkContents, checkGroups, checkObjectives, checkSteps } from './check-steps.ts';
import { checkTexts } from './check-texts.ts';
import { checkTips } from './check-tips.ts';
import { convertWorkshop } from './compile.ts';
import { allKinds, type Kinds } from './kinds.ts';
import { parseWorkshop, type WorkshopFiles } from './parse.ts';
import type { Raw, WorkshopSource } from './raw.ts';

/** Checks the files of one workshop as they lie on a disk; problems carry file and line. */
export function checkFolder(files: WorkshopFiles, kinds: Kinds = allKinds): readonly Problem[] {
	const { source, problems } = parseWorkshop(files);
	return source ? [...problems, ...checkWorkshop(source, kinds)] : problems;
}

/** Checks a parsed workshop: every message about structure, references, times, translations and files. */
export function checkWorkshop(source: WorkshopSource, kinds: Kinds = allKinds): readonly Problem[] {
	const { compilation, problems } = convertWorkshop(source, kinds);
	if (!compilation) return problems;
	const { script } = compilation;
	const ids = checkIds(script, source.folder, kinds);
	const refs = checkRefs(script, kinds);
	const steps = checkSteps(script, kinds);
	const variants = checkVariants(script);
	// Plans of a script whose references are wrong would only repeat what is already said.
	const sound = [...ids, ...refs, ...steps, ...variants].every(({ level }) => level !== 'error');
	return [
		...problems,
		...[
			...ids,
			...refs,
			...steps,
			...variants,
			...(sound ? [...checkPlans(script, kinds), ...checkTips(script, kinds)] : []),
			...checkContents(script, kinds),
			...checkObjectives(script),
			...checkGroups(script),
			...checkTexts(compilation),
			...checkFiles(script, source, kinds)
		].map((each) => withLine(each, source))
	];
}

function withLine(found: Problem, source: WorkshopSource): Problem {
	const file = found.file ?? 'workshop.yaml';
	if (found.line !== undefined || file !== 'workshop.yaml') return { ...found, file };
	const line = lineOf(source.script, found.path);
	return line === 0 ? { ...found, file } : { ...found, file, line };
}

/** Line of a path such as `steps.needs.activity.prompt`, or of the nearest thing around it; 0 = not known. */
export function lineOf(script: Raw, path: string): number {
	const [first, second, ...rest] = path.split('.');
	if (first === 'steps' && second !== undefined) {
		const step = findStep(script, second);
		return step ? descend(step, rest) : script.line;
	}
	return descend(script, path.split('.'));
}

function descend(raw: Raw, keys: readonly string[]): number {
	const [key, ...rest] = keys;
	if (key === undefined) return raw.line;
	if (raw.type === 'list') {
		const item = raw.items.find((each) => idIn(each) === key) ?? raw.items[Number(key)];
		return item ? descend(item, rest) : raw.line;
	}
	if (raw.type !== 'map') return raw.line;
	const entry = raw.entries.find((each) => each.key === key);
	if (!entry) return raw.line;
	return rest.length === 0 ? entry.line : descend(entry.value, rest) || entry.line;
}

function findStep(script: Raw, id: string): Raw | undefined {
	const below = (raw: Raw | undefined, key: string): readonly Raw[] => {
		const value =
			raw?.type === 'map' ? raw.entries.find((each) => each.key === key)?.value : undefined;
		return value?.type === 'list' ? value.items : [];
	};
	const steps = below(script, 'phases').flatMap((phase) => below(phase, 'steps'));
	return [...steps, ...below(script, 'alternates')].find((each) => idIn(each) === id);
}

function idIn(raw: Raw): string | undefined {
	const id = raw.type === 'map' ? raw.entries.find(({ key }) => key === 'id')?.value : undefined;
	return id?.type === 'text' ? id.text.trim() : undefined;
}
