/** Size of a stage prompt so that one or two languages stay within the room they have. */
export function promptSize(length: number, alone: boolean): 'prompt' | 'lead' | 'body' | 'min' {
	if (!alone) return length <= 44 ? 'lead' : length <= 90 ? 'body' : 'min';
	return length <= 60 ? 'prompt' : length <= 100 ? 'lead' : 'body';
}
