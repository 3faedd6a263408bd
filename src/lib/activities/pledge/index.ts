import { textHash } from '#lib/base/text.ts';
import { defineActivity } from '../activity.ts';
import { pledgePages } from './pages.ts';
import { items, reduce, type PledgeResult } from './reduce.ts';
import { report } from './report.ts';
import { blank, body, complete, fields, type PledgeBody, type PledgeSettings } from './schema.ts';

/** A promise: "I will … by …". The person decides whether the room may read it. */
export default defineActivity<PledgeSettings, PledgeBody, PledgeResult>({
	kind: 'pledge',
	icon: 'handshake',
	produces: 'actions',
	perPerson: 'one',
	takes: 'optional',
	freeText: true,
	disclosure: 'none',
	without: ['breakdown_by', 'min_cell'],
	fields,
	body,
	blank,
	complete,
	reduce,
	// The id follows the words, so that a changed text needs a new look. Private words are nobody's to check.
	texts: ({ text, share }) => (share === 'shared' ? [{ id: textHash(text), text }] : []),
	without_texts: (pledge, ids) =>
		pledge.share === 'shared' && ids.has(textHash(pledge.text)) ? undefined : pledge,
	items,
	report,
	stagePages: (settings, result) => pledgePages(settings, result).length
});
