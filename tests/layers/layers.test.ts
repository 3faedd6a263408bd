import { readFile } from 'node:fs/promises';
import { ESLint } from 'eslint';
import { beforeAll, expect, test } from 'vitest';

// Each rule of README "Layout" with a file that breaks it: the rule must refuse exactly that.
const REFUSED: readonly [place: string, code: string, says: RegExp][] = [
	['src/lib/base/x.ts', `import '#lib/i18n/x.ts';`, /src\/lib\/base may not import/],
	['src/lib/base/x.ts', `import '../sync/core.ts';`, /src\/lib\/base may not import/],
	['src/lib/i18n/x.ts', `import '#lib/components/x.ts';`, /src\/lib\/i18n may not import/],
	[
		'src/lib/components/X.svelte',
		`<script lang="ts">import '#lib/script/script.ts';</script>`,
		/components may not/
	],
	[
		'src/lib/components/X.svelte',
		`<script lang="ts">import '../storage/x.ts';</script>`,
		/components may not/
	],
	[
		'src/lib/activities/vote/x.ts',
		`import '../words/reduce.ts';`,
		/A kind never imports another kind/
	],
	[
		'src/lib/activities/vote/x.ts',
		`import '#lib/activities/words/reduce.ts';`,
		/A kind never imports another kind/
	],
	[
		'src/lib/activities/vote/V.svelte',
		`<script lang="ts">import '../words/W.svelte';</script>`,
		/A kind never/
	],
	['src/lib/activities/vote/x.ts', `import '../registry.ts';`, /A kind never imports another kind/],
	[
		'src/lib/activities/vote/x.ts',
		`import '#lib/session/run.ts';`,
		/An activity kind may not import/
	],
	[
		'src/lib/activities/vote/x.ts',
		`import '#lib/sync/core.ts';`,
		/An activity kind may not import/
	],
	[
		'src/lib/activities/vote/x.ts',
		`import '#lib/components/button.ts';`,
		/An activity kind may not import/
	],
	[
		'src/lib/activities/vote/V.svelte',
		`<script lang="ts">import '#lib/storage/x.ts';</script>`,
		/An activity kind/
	],
	['src/lib/activities/disclose.ts', `import '#lib/session/run.ts';`, /activities may not import/],
	['src/lib/script/x.ts', `import '#lib/session/run.ts';`, /src\/lib\/script may not import/],
	['src/lib/script/x.ts', `import '#lib/activities/views.ts';`, /Only screens load views/],
	['src/lib/report/x.ts', `import '#lib/session/run.ts';`, /src\/lib\/report may not import/],
	['src/lib/report/x.ts', `import '../activities/views.ts';`, /Only screens load views/],
	['src/lib/sync/x.ts', `import '#lib/script/script.ts';`, /src\/lib\/sync may not import/],
	['src/lib/sync/x.ts', `import '../storage/log-store.ts';`, /src\/lib\/sync may not import/],
	['src/lib/storage/x.ts', `import '#lib/sync/contract.ts';`, /src\/lib\/storage may not import/],
	[
		'src/lib/storage/x.ts',
		`import { parse } from '#lib/script/parse.ts'; parse();`,
		/types of script are fine/
	],
	['src/lib/session/x.ts', `import '../../routes/join/x.ts';`, /belongs in routes/],
	['src/lib/session/x.ts', `import '#lib/components/x.ts';`, /src\/lib\/session may not import/],
	['src/lib/session/x.ts', `import X from './X.svelte'; X();`, /never imports a \.svelte file/],
	['src/lib/sync/x.ts', `import X from './X.svelte'; X();`, /never imports a \.svelte file/],
	[
		'src/lib/activities/vote/x.ts',
		`import X from './X.svelte'; X();`,
		/never imports a \.svelte file/
	],
	['src/relay/x.ts', `import '../lib/sync/room.ts';`, /src\/relay may not import/],
	['src/relay/x.ts', `import '#lib/script/script.ts';`, /src\/relay may not import/],
	['src/vite/x.ts', `import '#lib/script/check.ts';`, /src\/vite may not import/],
	['src/vite/x.ts', `import '../lib/activities/registry.ts';`, /src\/vite may not import/],
	['src/routes/join/x.ts', `import '../stage/x.ts';`, /A route never imports another route/],
	['src/lib/script/x.ts', `export const now = Date.now();`, /Take a clock/],
	['src/lib/activities/vote/x.ts', `export const r = Math.random();`, /Take a Random/]
];

const ALLOWED: readonly [place: string, code: string][] = [
	[
		'src/lib/activities/vote/x.ts',
		`import '../activity.ts'; import '../engines/choose/x.ts'; import '#lib/base/x.ts';`
	],
	[
		'src/lib/activities/vote/V.svelte',
		`<script lang="ts">import '#lib/components/X.svelte';</script>`
	],
	['src/lib/script/x.ts', `import '#lib/activities/registry.ts';`],
	[
		'src/lib/storage/x.ts',
		`import type { Script } from '#lib/script/script.ts'; export type S = Script;`
	],
	[
		'src/lib/session/x.ts',
		`import '#lib/script/script.ts'; import '#lib/sync/room.ts'; import '../storage/x.ts';`
	],
	['src/relay/x.ts', `import '../lib/sync/protocol/frames.ts'; import '#lib/base/bytes.ts';`],
	['src/vite/x.ts', `import '../lib/script/parse.ts';`]
];

const LAYER_RULES = new Set([
	'no-restricted-imports',
	'@typescript-eslint/no-restricted-imports',
	'no-restricted-properties'
]);

let eslint: ESLint;
beforeAll(() => {
	eslint = new ESLint({ ignore: false });
});

async function refusals(place: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath: place });
	return (result?.messages ?? [])
		.filter((m) => m.fatal || LAYER_RULES.has(m.ruleId ?? ''))
		.map((m) => m.message);
}

test.each(REFUSED)('%s is refused: %s', async (place, code, says) => {
	expect((await refusals(place, code)).join('\n')).toMatch(says);
});

test.each(ALLOWED)('%s is allowed: %s', async (place, code) => {
	expect(await refusals(place, code)).toEqual([]);
});

test('two files that import each other are refused', async () => {
	const [result] = await eslint.lintText(await readFile('tests/layers/cycle/first.ts', 'utf8'), {
		filePath: 'tests/layers/cycle/first.ts'
	});
	expect(result?.messages.map((m) => m.ruleId)).toContain('import-x/no-cycle');
});
