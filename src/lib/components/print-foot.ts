/** What stands at the foot of every printed page of one named kind of page. */
export interface PrintFoot {
	/** CSS identifier; an element with `page: <name>` begins pages of this kind. */
	readonly name: string;
	readonly left: string;
	/** Words for page numbers, as `(page, pages) => "1 of 4"`. */
	readonly pageOf: (page: string, pages: string) => string;
}

/**
 * Rule for a footer on every printed page. A sheet made by the script, because the footer has words of
 * the session in it and the page allows no inline styles. Browsers without margin boxes print none.
 */
export function footRule({ name, left, pageOf }: PrintFoot): string {
	const [before = '', between = '', after = ''] = pageOf('\uE000', '\uE001').split(
		/[\uE000\uE001]/u
	);
	const quoted = (text: string): string =>
		`"${text.replace(/[^\p{L}\p{N} .,·:/()-]/gu, (c) => `\\${c.codePointAt(0)?.toString(16) ?? ''} `)}"`;
	const pages = `${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}`;
	const font = 'font: 9.5pt sans-serif; padding-block-start: 6pt; vertical-align: top;';
	const line = `${font} border-block-start: 1px solid #000;`;
	return (
		`@page ${name} { size: A4; margin: 17mm 19mm 20mm;` +
		` @bottom-left { content: ${quoted(left)}; ${line} inline-size: 80%; }` +
		` @bottom-right { content: ${pages}; ${line} inline-size: 20%; } }`
	);
}

/** Puts footers on while something printable is on the screen; answers how to take them off. */
export function putFeet(feet: readonly PrintFoot[]): () => void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(feet.map(footRule).join('\n'));
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	return () => {
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
	};
}
