import type { Contribution, Tally } from '../activity.ts';
import { onePerPerson } from '../engines/choose/ranking.ts';
import { answerTo, DONT_KNOW, type ScaleBody, type ScaleSettings } from './schema.ts';

export interface StatementResult {
	readonly id: string;
	/** People by point, low end first. */
	readonly counts: readonly number[];
	readonly dontKnow: number;
	/** People who chose a point. */
	readonly rated: number;
	/** Middle answer of those who chose a point: a point, or half way between two. */
	readonly median?: number;
	/** True when too few people answered this statement to show it. */
	readonly withheld?: true;
}

export interface ScaleResult {
	/** People who answered at least one statement. */
	readonly people: number;
	/** Every statement, in the order of the script. */
	readonly statements: readonly StatementResult[];
}

/** Counts the answers to each statement. Answers outside the scale are left out. */
export function reduce(
	settings: ScaleSettings,
	contributions: readonly Contribution<ScaleBody>[],
	tallies: readonly Tally[]
): ScaleResult {
	const people = onePerPerson(contributions).filter(({ body }) =>
		settings.statements.some(({ id }) => answerTo(settings, body, id) !== undefined)
	);
	const counted = (row: string): number =>
		tallies.reduce((sum, tally) => sum + (tally.counts[row] ?? 0), 0);
	return {
		people: people.length + tallies.reduce((sum, tally) => sum + tally.people, 0),
		statements: settings.statements.map(({ id }) => {
			const answers = people.map(({ body }) => answerTo(settings, body, id));
			const count = (answer: number | typeof DONT_KNOW): number =>
				answers.filter((given) => given === answer).length + counted(`${id}=${answer}`);
			return statementResult(
				id,
				Array.from({ length: settings.points }, (_, at) => count(at + 1)),
				settings.dont_know ? count(DONT_KNOW) : 0
			);
		})
	};
}

/** The result without statements that too few people answered. */
export function withhold(
	_settings: ScaleSettings,
	result: ScaleResult,
	questions: ReadonlySet<string>
): ScaleResult {
	return {
		...result,
		statements: result.statements.map((statement) =>
			questions.has(statement.id)
				? {
						...statementResult(
							statement.id,
							statement.counts.map(() => 0),
							0
						),
						withheld: true
					}
				: statement
		)
	};
}

function statementResult(id: string, counts: readonly number[], dontKnow: number): StatementResult {
	const rated = counts.reduce((sum, n) => sum + n, 0);
	const median = medianOf(counts);
	return { id, counts, dontKnow, rated, ...(median === undefined ? {} : { median }) };
}

/** Middle answer of people counted by point; between two points it lies half way. */
export function medianOf(counts: readonly number[]): number | undefined {
	const people = counts.reduce((sum, n) => sum + n, 0);
	if (people === 0) return undefined;
	const at = (place: number): number => {
		let seen = 0;
		return 1 + counts.findIndex((n) => (seen += n) > place);
	};
	return (at(Math.floor((people - 1) / 2)) + at(Math.floor(people / 2))) / 2;
}
