import type { Field, Fields } from '#lib/activities/field.ts';
import {
	choice,
	id,
	list,
	number,
	object,
	range,
	ref,
	required,
	text,
	word,
	yesno
} from './fields-build.ts';

const imagePath = word('Picture in the folder media (svg, webp, png or jpg, at most 200 KB).', {
	max: 120,
	example: 'media/town.svg'
});

const screenFields: Fields = {
	layout: choice(
		['title', 'text', 'prompt', 'results', 'timer', 'agenda', 'join', 'image', 'split', 'blank'],
		'What the stage shows.',
		'title'
	),
	title: text(60, 'S', 'Large line on the stage.'),
	body: text(240, 'S', 'Text on the stage, at most six lines.'),
	image: imagePath,
	alt: text(120, 'S', 'What the picture shows, for people who cannot see it.'),
	timer: choice(['none', 'step', 'part', 'activity'], 'Which time is shown.', 'none'),
	count: yesno('Show how many have answered.')
};

export const screenField = object(screenFields, 'What the stage shows during the step.');

export const phoneField = object(
	{
		title: text(50, 'P', 'Heading on the phone.'),
		body: text(200, 'P', 'Text on the phone.'),
		waiting: text(80, 'P', 'Shown while nothing can be answered.'),
		thanks: text(80, 'P', 'Shown after sending.'),
		icon: word('Name of an icon.', { max: 40, example: 'lightbulb' }),
		image: imagePath,
		alt: text(120, 'P', 'What the picture shows, for people who cannot see it.')
	},
	'What phones show during the step.'
);

const notes = (max: number, count: number, help: string): Field =>
	list(text(max, 'F', help), 1, count, help);

export const notesField: Field = object(
	{
		say: text(900, 'F', 'What to say, in your words.'),
		do: notes(160, 10, 'What to do, one thing each.'),
		ask: notes(160, 8, 'Questions to ask.'),
		watch_for: notes(160, 6, 'What to look out for.'),
		if_stuck: text(300, 'F', 'What helps when nothing comes.'),
		key_messages: notes(200, 5, 'What people should take with them.'),
		transition: text(200, 'F', 'How to lead over to the next step.'),
		inclusion: text(300, 'F', 'Interpreter, children, prayer time, mobility.'),
		background: text(2000, 'F', 'More to read; folded away while running.')
	},
	'Notes for the facilitator; they never leave facilitator devices.'
);

/** Fields of `from`: which earlier step gives the items. */
export const fromField: Field = object(
	{
		step: required(
			ref('step', 'The earlier step whose ideas, clusters, priorities or actions are used.')
		),
		take: number(1, 100, 'How many of them.'),
		pick: choice(['top', 'all', 'facilitator'], 'Who chooses them.', 'top'),
		fallback_items: list(
			text(140, 'P', 'Used when the earlier step was left out.'),
			2,
			12,
			'Used when the earlier step was left out.'
		)
	},
	'Takes what an earlier step has made.'
);

/** Fields every activity has; the kind's own fields are added after them. */
export const commonFields: Fields = {
	kind: required(word('Which activity this is.', { max: 40, example: 'ideas' })),
	prompt: text(140, 'P', 'The question, one, in at most 15 words.', {
		example: 'What works here?'
	}),
	help: text(200, 'P', 'One sentence that helps to answer.'),
	each: choice(['person', 'pair', 'group', 'facilitator'], 'Who gives one answer.', 'person'),
	delivery: choice(['phone', 'paper', 'hands', 'spoken'], 'How answers are given.', 'phone'),
	names: choice(['hidden', 'shown', 'choose'], 'Whether answers carry names.', 'hidden'),
	change_answer: yesno('Answers can be changed while the activity is open.', true),
	open: choice(['manual', 'auto'], 'Opened by the facilitator, or with the step.', 'manual'),
	seconds: number(10, 7200, 'Suggested time; nothing closes by itself.'),
	show: choice(
		['live', 'after-close', 'on-reveal', 'never'],
		'When results are on the stage.',
		'on-reveal'
	),
	moderation: choice(
		['off', 'before', 'after'],
		'Whether the facilitator looks at texts before or after they are shown. Without it: before for free text, off otherwise.'
	),
	sensitive: yesno('Never on the stage word for word, and not in raw exports.'),
	breakdown_by: choice(
		['none', 'role', 'group'],
		'Split results, in cells of at least min_cell.',
		'none'
	),
	min_cell: number(3, 20, 'Fewer people than this are never shown on their own.', 5),
	from: fromField
};

/** The activity of a step. The converter adds the own fields of its kind. */
export const activityField: Field = object(commonFields, 'What people do and answer in the step.');

const partField = object(
	{
		id: id('Reference name.'),
		title: required(text(60, 'S', 'Name of the part.')),
		seconds: required(number(15, 7200, 'How long the part lasts.')),
		grouping: ref('grouping', 'How people sit.', { also: ['all', 'solo', 'pairs'] }),
		stage: screenField,
		phone: phoneField
	},
	'A part of a step with its own time.'
);

export const stepFields: Fields = {
	id: id('Reference name; never changes once published.'),
	title: required(text(60, 'S', 'Name in the agenda.')),
	category: required(
		choice(
			[
				'plenary',
				'input',
				'individual',
				'pairs',
				'small-group',
				'decision',
				'energiser',
				'break',
				'closing'
			],
			'What sort of step it is; gives the colour.'
		)
	),
	minutes: required({
		...range(0, 240, 'Planned minutes: best (least-most).'),
		example: '35 (25-45)'
	}),
	aim: text(160, 'F', 'Why this step exists.'),
	objectives: list(
		ref('objective', 'An objective this step works on.'),
		1,
		7,
		'Objectives it works on.'
	),
	need: choice(['must', 'should', 'could'], 'How important the step is.', 'must'),
	if_late: choice(['keep', 'shorten', 'skip'], 'What may happen when time is short.', 'keep'),
	owner: ref('team', 'Who leads the step.', { default: 'lead' }),
	grouping: ref('grouping', 'How people sit.', { also: ['all', 'solo', 'pairs'], default: 'all' }),
	for_roles: list(ref('role', 'A role that takes part.'), 1, 12, 'Only these roles take part.'),
	room: text(120, 'F', 'How the room is arranged.'),
	materials: list(
		ref('material', 'A material that is needed.'),
		1,
		20,
		'Materials that are needed.'
	),
	pages: list(ref('page', 'A page that is needed.'), 1, 20, 'Pages that are needed.'),
	notes: notesField,
	stage: screenField,
	screens: list(
		object({ id: id('Reference name.'), ...screenFields }, 'One of several screens.'),
		1,
		8,
		'Several screens, in order; instead of "stage".'
	),
	phone: phoneField,
	activity: activityField,
	parts: list(partField, 2, 8, 'Parts with their own times; the activity stays open.'),
	debrief: list(text(160, 'F', 'A question for afterwards.'), 1, 6, 'Questions for afterwards.'),
	author_note: word('For other authors; never shown, never translated.', { max: 500 })
};

export const stepField: Field = object(stepFields, 'A step of the workshop.');
