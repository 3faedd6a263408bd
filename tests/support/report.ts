import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { wordsIn } from './words.ts';

const t = wordsIn('en');

/** The report of a session, and the files that leave the device. */
export class ReportPage {
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
	}

	async files(): Promise<{ readonly text: string; readonly csv: string; readonly json: string }> {
		return {
			text: await this.#page.getByRole('article').innerText(),
			csv: await this.#download(t('report-csv')),
			json: await this.#download(t('report-json'))
		};
	}

	async #download(name: string): Promise<string> {
		const [file] = await Promise.all([
			this.#page.waitForEvent('download'),
			this.#page.getByRole('button', { name, exact: true }).click()
		]);
		return readFile(await file.path(), 'utf8');
	}
}

/** Reads RFC 4180 with a byte order mark, as a spreadsheet does. */
export function readCsv(text: string): readonly (readonly string[])[] {
	const rows: string[][] = [[]];
	const cells = text
		.replace(/^\ufeff/, '')
		.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g);
	for (const [, quoted, plain = '', end] of cells) {
		rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
		if (end === '\r\n') rows.push([]);
		if (end === '') break;
	}
	return rows.filter((row) => row.length > 1);
}
