import type { Field } from '#lib/activities/field.ts';
import { SPHERES } from '#lib/base/sphere.ts';
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
import { stepField } from './fields-step.ts';

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const file = (help: string, example: string) => word(help, { max: 120, example });

export const roleField: Field = object(
	{
		id: id('Reference name.'),
		title: required(text(40, 'P', 'Name of the sphere people choose when joining.')),
		short: text(12, 'P', 'Short name for small places.'),
		colour: choice(
			[...SPHERES, 'blue', 'green', 'orange', 'purple', 'red', 'teal', 'yellow', 'grey'],
			'Colour, or the sphere whose colour and shape it takes; always shown with an icon.'
		),
		icon: word('Name of an icon.', { max: 40, example: 'landmark' }),
		expect: range(0, 500, 'How many people are expected.')
	},
	'A sphere that participants belong to.'
);

export const groupingField: Field = object(
	{
		id: id('Reference name.'),
		title: required(text(40, 'P', 'Name, for example Mixed tables.')),
		method: required(
			choice(
				['random', 'count-off', 'mix-roles', 'same-role', 'choose', 'manual'],
				'How people find their group.'
			)
		),
		size: range(2, 60, 'People in one group.'),
		names: choice(['numbers', 'colours', 'animals', 'custom'], 'How groups are called.', 'numbers'),
		keep_from: ref('grouping', 'Keep the groups of this grouping.'),
		rotate: yesno('People move on to the next group.')
	},
	'A way to form groups.'
);

export const materialField: Field = object(
	{
		id: id('Reference name.'),
		title: required(text(60, 'F', 'What it is.')),
		type: required(
			choice(['print', 'stationery', 'equipment', 'room', 'food', 'digital'], 'What sort of thing.')
		),
		qty: required({ type: 'quantity', help: 'How many are needed.', example: '5 per person' }),
		spare_percent: number(0, 100, 'Extra, in percent.'),
		page: ref('page', 'The page to print.'),
		substitute: text(120, 'F', 'What to use if you do not have it.'),
		bring_by: ref('team', 'Who brings it.')
	},
	'A thing that must be in the room.'
);

export const pageField: Field = object(
	{
		id: id('Reference name.'),
		title: required(text(80, 'X', 'Title of the page.')),
		type: required(
			choice(
				['infosheet', 'handout', 'worksheet', 'ballot', 'cards', 'poster', 'certificate'],
				'What sort of page.'
			)
		),
		file: required(file('The Markdown file.', 'pages/who-does-what.md')),
		qty: { type: 'quantity', help: 'How many to print.', example: '1 per person' },
		paper: choice(['A3', 'A4', 'A5', 'A6'], 'Paper size.', 'A4'),
		per_sheet: choice(['1', '2', '4', '8'], 'How many on one sheet.', '1'),
		audience: choice(['participants', 'facilitators'], 'Who gets it.', 'participants')
	},
	'A page to print or read.'
);

export const phaseField: Field = object(
	{
		id: id('Reference name.'),
		title: required(text(60, 'S', 'Name of the phase.')),
		purpose: text(200, 'F', 'Why this phase exists.'),
		day: number(1, 14, 'Day of the workshop.', 1),
		starts_at: word('Fixed time, for example lunch.', { pattern: CLOCK, example: '"12:30"' }),
		buffer: number(0, 60, 'Minutes kept free at the end of the phase.', 0),
		steps: required(list(stepField, 1, 20, 'Steps in order.'))
	},
	'A part of the day with its steps.'
);

export const variantField: Field = object(
	{
		id: id('Reference name.'),
		axis: required(
			choice(['length', 'setting', 'words'], 'A session takes at most one variant of each axis.')
		),
		title: required(text(60, 'F', 'Name, for example Half day.')),
		target: number(10, 2880, 'Minutes this variant must fit in.'),
		skip: list(ref('step', 'A step left out.'), 1, 80, 'Steps left out.'),
		minutes: {
			type: 'map',
			keys: 'step',
			of: range(0, 240, 'Minutes of this step.'),
			help: 'Other minutes, by step.'
		},
		use_instead: {
			type: 'map',
			keys: 'step',
			of: ref('alternate', 'The alternate used.'),
			help: 'Alternates used, by the step they stand in for.'
		},
		delivery: choice(['phone', 'paper', 'hands', 'spoken'], 'How answers are given everywhere.'),
		words: choice(['simple', 'plain'], 'simple = use the simple-language texts first.'),
		read_aloud: yesno('Phones offer to read texts aloud.')
	},
	'A shorter, simpler or otherwise different edition.'
);

export const taskField: Field = object(
	{
		id: id('Reference name.'),
		when: required(
			word('Days or hours before (-) or after (+) the workshop.', {
				pattern: /^[+-]?\d{1,3}[dh]$/,
				example: '-14d'
			})
		),
		text: required(text(120, 'F', 'What is to be done.')),
		who: ref('team', 'Who does it.'),
		critical: yesno('Asked for again before the start.')
	},
	'Something to do before or after the workshop.'
);
