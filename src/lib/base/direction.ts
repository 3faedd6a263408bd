const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'yi', 'ckb', 'sd', 'ug', 'dv']);

/** Writing direction of a BCP 47 tag: judged by its language, or its script where one is named. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
	const [language = '', ...rest] = tag.toLowerCase().split('-');
	if (rest.includes('latn') || rest.includes('cyrl')) return 'ltr';
	if (rest.includes('arab') || rest.includes('hebr')) return 'rtl';
	return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
