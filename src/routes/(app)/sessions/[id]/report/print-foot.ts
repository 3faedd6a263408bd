/**
 * Rule for a footer on every printed page. A sheet made by the script, because the footer has words of
 * the session in it and the page allows no inline styles. Browsers without margin boxes print none.
 */
export function footRule(left: string, pageOf: (page: string, pages: string) => string): string {
	const [before = '', between = '', after = ''] = pageOf('\ue000', '\ue001').split(
		/[\ue000\ue001]/
	);
	const quoted = (text: string): string =>
		`"${text.replace(/[^\p{L}\p{N} .,·:/()-]/gu, (c) => `\\${c.codePointAt(0)?.toString(16) ?? ''} `)}"`;
	const pages = `${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}`;
	const font =
		'color: #000; font: 9.5pt sans-serif; padding-block-start: 6pt; vertical-align: top;';
	return (
		`@page { size: A4; margin: 17mm 19mm 20mm;` +
		` @bottom-left { content: ${quoted(left)}; ${font} border-block-start: 1px solid #000; inline-size: 80%; }` +
		` @bottom-right { content: ${pages}; ${font} border-block-start: 1px solid #000; inline-size: 20%; } }`
	);
}

/** Puts the footer on while the report is on the screen; answers how to take it off. */
export function putFoot(rule: string): () => void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(rule);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	return () => {
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
	};
}
