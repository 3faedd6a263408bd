/** Why somebody is not inside, as words exist for it. */
export const TROUBLES = {
	'join-no-such-room': { title: 'join-not-found-title', more: 'join-not-found' },
	'join-locked': { title: 'join-locked-title', more: 'join-locked' },
	'join-full': { title: 'join-full-title', more: 'join-full' },
	'join-no-connection': { title: 'join-no-connection-title', more: 'join-no-connection' },
	'join-wrong-key': { title: 'join-wrong-key-title', more: 'join-wrong-key' },
	'join-storage': { title: 'join-storage-title', more: 'join-storage' },
	'join-other-tab': { title: 'join-other-tab-title', more: 'join-other-tab' },
	'join-removed': { title: 'join-removed-title', more: 'join-removed' },
	'join-version': { title: 'join-version-title', more: 'join-version' },
	'join-unknown': { title: 'join-unknown-title', more: 'join-unknown' }
} as const;

export type TroubleCode = keyof typeof TROUBLES;

/** Message ids of title and explanation. */
export const troubleWords = (
	code: TroubleCode
): { readonly title: string; readonly more: string } => TROUBLES[code];

/** The first problem there are words for; a code nobody foresaw is still said. */
export const troubleOf = (codes: readonly string[]): TroubleCode =>
	(Object.keys(TROUBLES) as TroubleCode[]).find((known) => codes.includes(known)) ?? 'join-unknown';

/** What the relay's refusal of an inside phone means on screen; undefined where the phone may go on. */
export function troubleInside(
	refused: 'locked' | 'full' | 'removed' | 'no-room' | 'wrong-key' | 'version' | undefined
): TroubleCode | undefined {
	switch (refused) {
		case undefined:
			return undefined;
		case 'no-room':
			return 'join-no-such-room';
		case 'locked':
		case 'full':
		case 'removed':
		case 'wrong-key':
		case 'version':
			return `join-${refused}`;
		default:
			return refused satisfies never;
	}
}
