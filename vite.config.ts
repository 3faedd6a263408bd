import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { phoneChunks } from './src/vite/phone-chunks.ts';
import { workshops } from './src/vite/workshops.ts';

// No test waits for time to pass; a busy machine may still be slow. Only a hang ends in a timeout.
const patient = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
	plugins: [sveltekit(), workshops()],
	environments: {
		client: { build: { rolldownOptions: { output: { codeSplitting: phoneChunks } } } }
	},
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: ['src/**/*.svelte.test.ts', 'tests/e2e/**', 'node_modules/**'],
					...patient
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: {
					name: 'component',
					environment: 'jsdom',
					include: ['src/**/*.svelte.test.ts'],
					...patient
				}
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					environment: 'node',
					include: ['tests/**/*.e2e.ts'],
					fileParallelism: false,
					testTimeout: 180_000,
					hookTimeout: 120_000
				}
			}
		]
	}
});
