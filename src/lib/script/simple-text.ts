/** Simple text: bold, italic, bullet lists and line breaks. Nothing else has a meaning, HTML least of all. */
export type Block =
	| { readonly type: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
	| { readonly type: 'list'; readonly items: readonly (readonly Inline[])[] };

export type Inline =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'bold'; readonly children: readonly Inline[] }
	| { readonly type: 'italic'; readonly children: readonly Inline[] };

/** Reads simple text; every character that is not markup comes out as text. Never throws. */
export function parseSimpleText(source: string): readonly Block[] {
	const blocks: Block[] = [];
	let paragraph: (readonly Inline[])[] = [];
	let items: (readonly Inline[])[] = [];
	const close = () => {
		if (paragraph.length > 0) blocks.push({ type: 'paragraph', lines: paragraph });
		if (items.length > 0) blocks.push({ type: 'list', items });
		paragraph = [];
		items = [];
	};
	for (const line of source.split(/\r\n?|\n/)) {
		const bullet = /^\s*[-*•]\s+(.*)$/.exec(line);
		if (line.trim() === '') close();
		else if (bullet) {
			if (paragraph.length > 0) close();
			items.push(parseInline((bullet[1] ?? '').trim()));
		} else {
			if (items.length > 0) close();
			paragraph.push(parseInline(line.trim()));
		}
	}
	close();
	return blocks;
}

const MARK =
	/\*\*(?=\S)([^*]+?)(?<=\S)\*\*|\*(?=\S)([^*]+?)(?<=\S)\*|(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)/g;

/** Reads one line of simple text. */
export function parseInline(line: string): readonly Inline[] {
	const out: Inline[] = [];
	let at = 0;
	const text = (until: number) => {
		if (until > at) out.push({ type: 'text', text: line.slice(at, until) });
	};
	for (const match of line.matchAll(MARK)) {
		text(match.index);
		at = match.index + match[0].length;
		const [, bold, star, underscore] = match;
		if (bold !== undefined) out.push({ type: 'bold', children: parseInline(bold) });
		else out.push({ type: 'italic', children: parseInline(star ?? underscore ?? '') });
	}
	text(line.length);
	return out;
}

/** The words alone, for places that cannot show markup. */
export const plainText = (source: string): string => {
	const flat = (nodes: readonly Inline[]): string =>
		nodes.map((node) => (node.type === 'text' ? node.text : flat(node.children))).join('');
	return parseSimpleText(source)
		.flatMap((block) => (block.type === 'list' ? block.items : block.lines).map(flat))
		.join('\n');
};
