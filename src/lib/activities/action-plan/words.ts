import type { Translate } from '../activity.ts';
import type { Column } from './schema.ts';

/** What a column is called on phones, on the stage and on paper. */
export function columnName(t: Translate, column: Column): string {
	switch (column) {
		case 'what':
			return t('action-plan-what');
		case 'why':
			return t('action-plan-why');
		case 'who':
			return t('action-plan-who');
		case 'with':
			return t('action-plan-with');
		case 'first_step':
			return t('action-plan-first-step');
		case 'when':
			return t('action-plan-when');
		case 'money':
			return t('action-plan-money');
		case 'success':
			return t('action-plan-success');
		case 'help_needed':
			return t('action-plan-help-needed');
		default:
			return column satisfies never;
	}
}
