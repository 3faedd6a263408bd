import { expect, test } from 'vitest';
import { activities } from '#lib/activities/registry.ts';
import { hasIcon } from '#lib/components/named-icons.ts';

test('every activity kind has a picture of its own in the flow of the day', () => {
	for (const { kind, icon } of activities.values())
		expect(hasIcon(icon), `${kind}: ${icon}`).toBe(true);
});
