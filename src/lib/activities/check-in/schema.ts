import * as v from 'valibot';
import type { CommonSettings } from '../activity.ts';
import { freeText, plainId } from '../engines/collect/body.ts';
import type { Count } from '../engines/collect/merge-small.ts';
import type { Fields } from '../field.ts';

export const QUESTIONS = ['language', 'sphere', 'mood', 'access', 'nickname'] as const;
export type Question = (typeof QUESTIONS)[number];

export interface RoleChoice {
	readonly id: string;
	readonly title: string;
	readonly icon?: string;
	readonly colour?: string;
}
export interface CheckInSettings extends CommonSettings {
	readonly ask: readonly Question[];
	/** The roles of the script, put in by the session. Without them the sphere is not asked. */
	readonly roles?: readonly RoleChoice[];
	/** BCP 47 tags people can choose from, put in by the session. Without them the language is not asked. */
	readonly languages?: readonly string[];
}

export const fields = {
	ask: {
		type: 'list',
		min: 1,
		max: QUESTIONS.length,
		default: ['language', 'sphere'],
		help: 'What people are asked when they arrive. Access needs are read by the facilitators only.',
		of: { type: 'choice', options: QUESTIONS, help: 'One of the questions.' }
	}
} satisfies Fields;

/** Sphere of those who prefer not to say; no id of a script looks like this. */
export const UNSAID = '-';
export const MOODS = [1, 2, 3, 4, 5] as const;
export const ACCESS_LENGTH = 200;
export const NICKNAME_LENGTH = 30;

/** What one person said on arriving. Every part can be left out. */
export const body = v.strictObject({
	language: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/))),
	sphere: v.optional(v.union([plainId, v.literal(UNSAID)])),
	mood: v.optional(v.picklist(MOODS)),
	access: v.optional(freeText(ACCESS_LENGTH)),
	nickname: v.optional(freeText(NICKNAME_LENGTH))
});
export type CheckInBody = v.InferOutput<typeof body>;

/**
 * Sums only: what people wrote about themselves is not in it, so it cannot reach the stage. Few
 * people of one sphere or language are put together with others.
 */
export interface CheckInResult {
	readonly people: number;
	readonly spheres: readonly Count[];
	readonly languages: readonly Count[];
	readonly moods: readonly Count[];
}
