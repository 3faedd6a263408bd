/** Parts of the facilitator's app that the header leads to. */
export type Section = 'workshops' | 'sessions' | 'settings';

/** The part an address belongs to, so that the header can mark it. */
export function sectionOf(pathname: string, hash: string): Section {
	if (pathname.startsWith('/settings')) return 'settings';
	if (pathname.startsWith('/sessions') || hash === '#sessions') return 'sessions';
	return 'workshops';
}
