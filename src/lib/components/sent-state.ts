/** Where an answer is. The words on screen always equal the truth; see DESIGN §6.8 for the proofs. */
export type SentState = 'writing' | 'phone' | 'sent' | 'room';

/** The three stations an answer passes, in order. */
export const STATIONS = ['phone', 'sent', 'room'] as const satisfies readonly SentState[];

/** How many stations are reached: 0 to 3. */
export function stationsReached(state: SentState): number {
	switch (state) {
		case 'writing':
			return 0;
		case 'phone':
			return 1;
		case 'sent':
			return 2;
		case 'room':
			return 3;
		default:
			return state satisfies never;
	}
}
