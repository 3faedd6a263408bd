import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const LIB = [
	'base',
	'i18n',
	'components',
	'activities',
	'script',
	'report',
	'sync',
	'storage',
	'session',
	'authoring'
];
const KIND_MAY = ['activities/activity', 'activities/field', 'activities/engines'];

/** Matches `#lib/x/…` and `../../x/…` alike. */
const at = (folders) => `^(#lib/|(\\.\\./)+(lib/)?)(${folders.join('|')})(/|\\.|$)`;
const why = (place, where) =>
	`${place} may not import this; it belongs ${where}. See README, "Layout".`;
const SVELTE = {
	regex: '\\.svelte$',
	message:
		'A .ts file never imports a .svelte file: pass the component in, or move this to a .svelte file.'
};

/** A folder of src/lib and what it may import; everything else in src/lib is refused. */
function layer(folder, may, extra = []) {
	const forbidden = LIB.filter((other) => other !== folder && !may.includes(other));
	const patterns = [
		{ regex: at(forbidden), message: why(`src/lib/${folder}`, 'in a higher layer') },
		{ regex: '^(#lib/|(\\.\\./)+)(routes|relay|vite)(/|$)', message: why('src/lib', 'in routes') },
		...extra
	];
	return [
		{
			files: [`src/lib/${folder}/**/*.{ts,svelte}`],
			ignores: ['src/lib/**/*.ts', '**/*.test.ts'],
			rules: { 'no-restricted-imports': ['error', { patterns }] }
		},
		{
			files: [`src/lib/${folder}/**/*.ts`],
			ignores: ['**/*.test.ts', 'src/lib/activities/views.ts'],
			rules: { 'no-restricted-imports': ['error', { patterns: [...patterns, SVELTE] }] }
		}
	];
}

const VIEWS = {
	regex: '(^|/)activities/views(\\.ts)?$',
	message: 'Only screens load views; this layer works on data. See README, "Layout".'
};

/** One kind never imports another kind, nor anything above activities. */
const otherKind = {
	regex: `^(\\.\\./(?!engines/|\\.\\.|(activity|field)\\.ts$)|#lib/activities/(?!engines/|(activity|field)\\.ts$))`,
	message:
		'A kind never imports another kind: shared mechanics belong in src/lib/activities/engines. See README, "Layout".'
};
const kindForbidden = (views) => [
	{
		regex: at(
			LIB.filter(
				(f) => !['base', 'activities', ...(views ? ['components', 'i18n'] : [])].includes(f)
			)
		),
		message: why(
			'An activity kind',
			`in session, or comes as a prop (allowed: base, ${KIND_MAY.join(', ')})`
		)
	},
	otherKind
];
const kindFiles = (extension) => ({
	files: [`src/lib/activities/*/**/*.${extension}`],
	ignores: ['src/lib/activities/engines/**', '**/*.test.ts']
});

export default ts.config(
	{
		ignores: ['build/', 'dist/', '.svelte-kit/', 'node_modules/', 'tests/layers/', 'bench/results/']
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		plugins: { 'import-x': importX },
		settings: {
			'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
			'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] }
		},
		rules: {
			'no-undef': 'off',
			'import-x/no-cycle': ['error', { ignoreExternal: true }],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	},
	...layer('base', []),
	...layer('i18n', ['base']),
	...layer('components', ['base', 'i18n']),
	...layer('activities', ['base', 'components', 'i18n']),
	{
		...kindFiles('svelte'),
		rules: { 'no-restricted-imports': ['error', { patterns: kindForbidden(true) }] }
	},
	{
		...kindFiles('ts'),
		rules: { 'no-restricted-imports': ['error', { patterns: [...kindForbidden(false), SVELTE] }] }
	},
	...layer('script', ['base', 'activities'], [VIEWS]),
	...layer('report', ['base', 'script', 'activities'], [VIEWS]),
	...layer('sync', ['base']),
	...layer('storage', ['base', 'script']),
	...layer('session', ['base', 'script', 'activities', 'sync', 'storage'], [VIEWS]),
	...layer('authoring', ['base', 'script', 'activities', 'storage'], [VIEWS]),
	{
		// storage may name what a script is, not run it.
		files: ['src/lib/storage/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: at(['script']),
							allowTypeImports: true,
							message: why('src/lib/storage', 'in session (types of script are fine)')
						}
					]
				}
			]
		}
	},
	{
		files: ['src/relay/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: `${at(LIB.filter((f) => f !== 'base' && f !== 'sync'))}|sync/(?!protocol/)`,
							message: why('src/relay', 'in sync/protocol, which the relay shares')
						},
						SVELTE
					]
				}
			]
		}
	},
	{
		files: ['src/vite/**/*.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: `${at(LIB.filter((f) => f !== 'script'))}|script/(?!parse\\.ts$)`,
							message: why(
								'src/vite',
								'in the app: only script/parse.ts works while the config is read'
							)
						},
						SVELTE
					]
				}
			]
		}
	},
	{
		files: ['src/routes/**/*.{ts,svelte}'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '(^|/)routes/|^(\\.\\./)+(?!(app-update|app)\\.)[^.]*/',
							message:
								'A route never imports another route: what two share belongs in src/lib. See README, "Layout".'
						}
					]
				}
			]
		}
	},
	{
		files: ['src/lib/session/*.svelte.ts'],
		// These classes replace what they show as a whole (`$state.raw`); their collections are not watched.
		rules: { 'svelte/prefer-svelte-reactivity': 'off' }
	},
	{
		// Runes only where they are expected, and nothing impure in the pure layers.
		files: [
			'src/lib/{base,script,report}/**/*.ts',
			'src/lib/sync/{core,ingest,guard}*.ts',
			'src/lib/activities/**/*.ts'
		],
		ignores: ['**/*.test.ts', 'src/lib/base/random.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				'indexedDB',
				'fetch',
				'crypto',
				'localStorage',
				'document'
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Take a clock as an argument.' },
				{ object: 'Math', property: 'random', message: 'Take a Random as an argument.' }
			]
		}
	}
);
