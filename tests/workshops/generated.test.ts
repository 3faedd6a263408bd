import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fieldReference, jsonSchema, putReference } from '#lib/script/reference.ts';

const WORKSHOPS = join(import.meta.dirname, '../../workshops');
const AGAIN = 'Run: npm run check:workshops -- --write';

test('the field reference in workshops/README.md is that of the registry', async () => {
	const readme = await readFile(join(WORKSHOPS, 'README.md'), 'utf8');
	expect(readme === putReference(readme, fieldReference()), AGAIN).toBe(true);
});

test('the schema in workshops/schema is that of the registry', async () => {
	const path = join(WORKSHOPS, 'schema/workshop-script-1.schema.json');
	expect(await readFile(path, 'utf8'), AGAIN).toBe(`${JSON.stringify(jsonSchema(), null, '\t')}\n`);
});

test('a field added to the registry makes the reference stale', () => {
	expect(fieldReference(new Map())).not.toBe(fieldReference());
	expect(JSON.stringify(jsonSchema(new Map()))).not.toBe(JSON.stringify(jsonSchema()));
});
