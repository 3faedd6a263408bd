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
	word
} from './fields-build.ts';
import { stepField } from './fields-step.ts';
import {
	groupingField,
	materialField,
	pageField,
	phaseField,
	roleField,
	taskField,
	variantField
} from './fields-things.ts';

/** Format of `workshop.yaml`. */
export const SCRIPT_FORMAT = 'workshop-script/1';
/** Format of the translation files. */
export const TEXT_FORMAT = 'workshop-text/1';

const VERSION = /^\d{1,4}\.\d{1,4}\.\d{1,4}(?:-draft)?$/;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

const tag = (help: string, example = 'cs') => word(help, { pattern: TAG, max: 35, example });
const version = (help: string) => word(help, { pattern: VERSION, example: '1.2.0' });

/** Fields of `workshop.yaml`, in canonical order. */
export const workshopFields: Fields = {
	format: required(word('Always the same line.', { example: SCRIPT_FORMAT })),
	id: id('Reference name = name of the folder; never changes.'),
	version: required(version('Version of the workshop.')),
	status: required(choice(['draft', 'pilot', 'stable', 'retired'], 'How well tried it is.')),
	language: required(tag('Language this file is written in.', 'en')),
	title: required(text(80, 'S', 'Title of the workshop.')),
	summary: required(text(280, 'F', 'One sentence for the library card.')),
	about: text(2000, 'F', 'Background, and when not to use it.'),
	authors: list(
		object(
			{
				name: required(word('Name.', { max: 80 })),
				org: word('Organisation.', { max: 120 }),
				role: word('What they did.', { max: 80 })
			},
			'An author.'
		),
		1,
		20,
		'Who wrote it.'
	),
	contact: word('How to reach the authors.', { max: 200 }),
	license: word('Licence, by its SPDX name.', { max: 60, example: 'CC-BY-4.0' }),
	derived_from: object(
		{
			id: id('The original workshop.'),
			version: version('Its version.'),
			kind: choice(['fork', 'adaptation', 'translation'], 'How it was used.'),
			digest: word('Its fingerprint.', { max: 80 }),
			note: word('What was changed.', { max: 500 })
		},
		'The workshop this one comes from.'
	),
	audience: text(280, 'F', 'Who should be invited.'),
	objectives: required(
		list(
			object(
				{ id: id('Reference name.'), text: required(text(160, 'S', 'What will be reached.')) },
				'An objective.'
			),
			1,
			7,
			'What the workshop reaches.'
		)
	),
	product: text(200, 'F', 'What exists at the end.'),
	experience: text(200, 'F', 'How people should feel at the end.'),
	group_size: required(range(1, 1000, 'How many people: best (least-most).')),
	duration: required(
		object(
			{
				target: required(number(10, 2880, 'Minutes from start to end.')),
				buffer: number(0, 480, 'Minutes kept free at the end.', 0),
				days: number(1, 14, 'Number of days.', 1)
			},
			'How long it takes.'
		)
	),
	roles: list(roleField, 1, 12, 'Spheres that participants belong to.'),
	team: list(
		object(
			{
				id: id('Reference name.'),
				title: required(text(40, 'F', 'Name of the task.')),
				duties: text(300, 'F', 'What this person does.')
			},
			'Somebody on the team.'
		),
		1,
		8,
		'The team. Without it: lead, co, notes, tech, interpreter.'
	),
	groupings: list(groupingField, 1, 8, 'Ways to form groups.'),
	materials: list(materialField, 1, 60, 'Things that must be in the room.'),
	pages: list(pageField, 1, 40, 'Pages to print or read.'),
	glossary: list(
		object(
			{
				id: id('Reference name.'),
				term: required(text(40, 'P', 'The word.')),
				meaning: required(text(200, 'P', 'What it means, in plain words.'))
			},
			'A word that is explained.'
		),
		1,
		60,
		'Words that phones explain.'
	),
	phases: required(list(phaseField, 1, 12, 'The phases, in order.')),
	alternates: list(stepField, 1, 20, 'Backup steps; not in the flow until used.'),
	variants: list(variantField, 1, 8, 'Shorter, simpler or different editions.'),
	languages: object(
		{
			participants: list(tag('A language.'), 1, 40, 'Languages offered to participants.'),
			fallback: {
				type: 'map',
				keys: 'tag',
				of: list(tag('A language.'), 1, 8, 'Languages tried in this order.'),
				help: 'Which languages stand in for one that is not complete.'
			},
			stage_max: number(1, 2, 'Languages on the stage at the same time.', 2)
		},
		'Languages of the workshop.'
	),
	ground_rules: list(text(120, 'S', 'A rule.'), 1, 8, 'Rules shown at the start and on a poster.'),
	care: object(
		{
			topics: list(text(120, 'F', 'A topic.'), 1, 12, 'Topics that can hurt.'),
			if_distress: text(300, 'F', 'What to do when somebody is in distress.'),
			contact: text(120, 'F', 'Who helps.')
		},
		'Safeguarding; one tap away while running.'
	),
	checklist: list(taskField, 1, 60, 'What to do before and after.'),
	evaluation: object(
		{
			before: ref('step', 'The step at the beginning.'),
			after: ref('step', 'The step at the end.'),
			follow_up_days: number(1, 730, 'Days until people are asked again.')
		},
		'Two steps that are compared.'
	),
	retired_ids: list(
		word('A reference name.', { max: 40 }),
		1,
		400,
		'Reference names of deleted things.'
	),
	changelog: list(
		object(
			{
				version: required(version('Version.')),
				date: required(word('Day of publication.', { pattern: DATE, example: '2026-03-20' })),
				summary: required(word('What changed.', { max: 200 })),
				why: word('Why.', { max: 200 }),
				pilots: list(word('A pilot record.', { max: 120 }), 1, 40, 'Pilots that led to it.')
			},
			'A version.'
		),
		1,
		200,
		'Versions, newest first.'
	)
};

/** Fields of a translation file, `i18n/<locale>.yaml`, without its strings. */
export const textFileFields: Fields = {
	format: required(word('Always the same line.', { example: TEXT_FORMAT })),
	workshop: required(word('Reference name of the workshop.', { max: 40 })),
	locale: required(tag('Language of this file = its name.')),
	translators: list(word('A name.', { max: 80 }), 1, 40, 'Who translated.')
};

/** The whole script as one field, for walkers. */
export const workshopField: Field = object(workshopFields, 'A workshop.');
