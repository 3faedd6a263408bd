/** One of eight people with a phone, and everything they will say. The test's ledger: results must be exactly this. */
export interface Person {
	readonly name: string;
	readonly locale: 'en' | 'cs';
	/** Place among the spheres offered, from 0. */
	readonly sphere: number;
	readonly width?: number;
	/** What this person needs, for the facilitator's eyes. */
	readonly access?: string;
	readonly agrees: boolean;
	readonly quote: boolean;
	readonly word: string;
	/** Points at the start and at the end, 0 = does not know. */
	readonly start: readonly number[];
	readonly end: readonly number[];
	readonly works: readonly string[];
	readonly hard: readonly string[];
	readonly helps: readonly string[];
	readonly dots: Readonly<Record<string, number>>;
	readonly pledge: { readonly text: string; readonly share: boolean };
	readonly form: readonly (number | string | undefined)[];
}

export const LETTERS = 'Nobody understands the letters';
export const FLATS = 'No flat that people can pay';
export const COURSES = 'No course after work';

/** Everybody in the room. Gus is the one whose network fails; Fay uses a private window; Bora has a small phone. */
export const PEOPLE: readonly Person[] = [
	{
		name: 'Ann',
		locale: 'en',
		sphere: 0,
		access: 'A chair by the door',
		agrees: true,
		quote: true,
		word: 'courage',
		start: [2, 3, 4, 1, 3],
		end: [4, 4, 4, 5, 4],
		works: ['The library on Tuesdays', 'The market'],
		hard: ['Letters in office language'],
		helps: ['Letters with a phone number'],
		dots: { [LETTERS]: 2, [FLATS]: 2 },
		pledge: { text: 'I rewrite one letter', share: true },
		form: [4, 3, 4, 0, 1, 'The mixed tables', undefined]
	},
	{
		name: 'Bora',
		locale: 'en',
		sphere: 5,
		width: 320,
		agrees: true,
		quote: false,
		word: 'calm',
		start: [1, 1, 2, 1, 2],
		end: [3, 4, 4, 4, 4],
		works: ['Neighbours who greet'],
		hard: ['I could not read the school letter', 'The flat was too expensive'],
		helps: ['Somebody who explains forms'],
		dots: { [LETTERS]: 2, [COURSES]: 2 },
		pledge: { text: 'I bring a friend', share: true },
		form: [4, 4, 3, 0, 1, undefined, 'More time']
	},
	{
		name: 'Cyril',
		locale: 'cs',
		sphere: 1,
		agrees: true,
		quote: true,
		word: 'klid',
		start: [3, 3, 3, 2, 3],
		end: [4, 4, 3, 5, 5],
		works: ['Školka bere všechny děti'],
		hard: ['Kurz je jen dopoledne'],
		helps: ['Kurz večer s hlídáním'],
		dots: { [COURSES]: 2, [LETTERS]: 1 },
		pledge: { text: 'Zeptám se ředitelky na učebnu', share: true },
		form: [3, 3, 3, 1, 1, 'Práce u stolů', undefined]
	},
	{
		name: 'Dana',
		locale: 'cs',
		sphere: 5,
		agrees: true,
		quote: true,
		word: 'práce',
		start: [2, 1, 2, 1, 4],
		end: [4, 3, 4, 5, 5],
		works: ['Paní v knihovně pomáhá'],
		hard: ['Po práci žádný kurz není'],
		helps: ['Dopisy jednoduše'],
		dots: { [COURSES]: 2, [FLATS]: 1 },
		pledge: { text: 'Soukromý slib', share: false },
		form: [4, 4, 4, 0, 0, undefined, undefined]
	},
	{
		name: 'Emil',
		locale: 'cs',
		sphere: 2,
		agrees: true,
		quote: false,
		word: 'jasno',
		start: [4, 5, 3, 2, 2],
		end: [5, 5, 4, 4, 3],
		works: ['Úřad má otevřeno ve středu dlouho'],
		hard: ['Lidé nevědí, kam s dopisem'],
		helps: ['Jedno místo pro dotazy'],
		dots: { [LETTERS]: 2 },
		pledge: { text: 'Napíšu seznam úřadů', share: true },
		form: [3, 4, 4, 1, 2, undefined, 'Kratší přestávka']
	},
	{
		name: 'Fay',
		locale: 'en',
		sphere: 3,
		agrees: false,
		quote: false,
		word: 'courage',
		start: [0, 2, 3, 1, 3],
		end: [4, 3, 4, 4, 3],
		works: ['People come on time'],
		hard: ['Workers find no flat near the factory'],
		helps: ['Firms rent flats together'],
		dots: { [FLATS]: 2, [COURSES]: 1 },
		pledge: { text: 'I ask two other firms', share: true },
		form: [3, 3, 4, 0, 1, undefined, undefined]
	},
	{
		name: 'Gus',
		locale: 'en',
		sphere: 4,
		agrees: true,
		quote: true,
		word: 'patience',
		start: [3, 2, 3, 2, 4],
		end: [4, 4, 5, 5, 5],
		works: ['Football for everyone'],
		hard: ['Letters come in one language only'],
		helps: ['A list of people who translate'],
		dots: { [LETTERS]: 2, [COURSES]: 1 },
		pledge: { text: 'I collect names of translators', share: true },
		form: [4, 3, 3, 0, 1, 'The speaker was short', undefined]
	},
	{
		name: 'Hana',
		locale: 'en',
		sphere: 0,
		agrees: true,
		quote: true,
		word: 'a clear plan',
		start: [4, 4, 4, 2, 3],
		end: [5, 5, 4, 5, 4],
		works: ['The mayor listens'],
		hard: ['Our forms have eleven pages'],
		helps: ['One form instead of three'],
		dots: { [LETTERS]: 1, [FLATS]: 1 },
		pledge: { text: 'I cut one form by half', share: true },
		form: [4, 4, 4, 0, 1, undefined, undefined]
	}
];

/** Which cards of "what is hard" belong to which problem, as the facilitator sorts them. */
export const HEAPS: readonly (readonly [name: string, cards: readonly string[]])[] = [
	[
		LETTERS,
		[
			'Letters in office language',
			'I could not read the school letter',
			'Lidé nevědí, kam s dopisem',
			'Letters come in one language only',
			'Our forms have eleven pages'
		]
	],
	[FLATS, ['The flat was too expensive', 'Workers find no flat near the factory']],
	[COURSES, ['Kurz je jen dopoledne', 'Po práci žádný kurz není']]
];

const inDays = (days: number): string =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What four of them plan, by name. */
export const ACTIONS = new Map([
	[
		'Ann',
		{
			item: LETTERS,
			what: 'Rewrite ten letters in simple words',
			who: 'Office of the mayor',
			with: 'The library',
			first_step: 'Choose the ten letters',
			when: inDays(14),
			help_needed: 'Two readers who moved here'
		}
	],
	[
		'Cyril',
		{
			item: COURSES,
			what: 'Kurz češtiny v šest večer',
			who: 'Základní škola',
			with: 'Úřad práce',
			first_step: 'Najít učebnu',
			when: inDays(30),
			help_needed: 'Hlídání dětí'
		}
	],
	[
		'Fay',
		{
			item: FLATS,
			what: 'Firms rent flats together; "two" at first',
			who: '=Fay from the factory',
			with: 'Two other firms',
			first_step: 'Ask the two firms',
			when: inDays(60),
			help_needed: 'A lawyer, for one hour'
		}
	]
]);

/** Sum of dots by problem. */
export function tally(people: readonly Pick<Person, 'dots'>[]): Readonly<Record<string, number>> {
	const sums: Record<string, number> = {};
	for (const { dots } of people)
		for (const [item, count] of Object.entries(dots)) sums[item] = (sums[item] ?? 0) + count;
	return sums;
}

/** Middle answer of each statement, half points included; who does not know is left out. */
export function medians(answers: readonly (readonly number[])[]): readonly number[] {
	return (answers[0] ?? []).map((_, at) => {
		const points = answers.map((all) => all[at] ?? 0).filter((point) => point > 0);
		points.sort((a, b) => a - b);
		const middle = points.length / 2;
		const [low, high] = [points[Math.ceil(middle) - 1] ?? 0, points[Math.floor(middle)] ?? 0];
		return (low + high) / 2;
	});
}
