import MarkdownIt from 'markdown-it';

/** Elements a page of a workshop may have. Everything else comes out as its text. */
export type MarkdownTag =
	| 'p'
	| 'h1'
	| 'h2'
	| 'h3'
	| 'h4'
	| 'ul'
	| 'ol'
	| 'li'
	| 'blockquote'
	| 'strong'
	| 'em'
	| 's'
	| 'code'
	| 'pre'
	| 'hr'
	| 'br'
	| 'table'
	| 'thead'
	| 'tbody'
	| 'tr'
	| 'th'
	| 'td'
	| 'a';

/** A page as a tree: no string of markup ever exists, so nothing has to be cleaned. */
export type MarkdownNode =
	| { readonly type: 'text'; readonly text: string }
	| {
			readonly type: 'element';
			readonly tag: MarkdownTag;
			/** Of a link: http, https or mailto only. */
			readonly href?: string;
			readonly children: readonly MarkdownNode[];
	  };

const TAGS: ReadonlySet<string> = new Set<MarkdownTag>([
	'p',
	'h1',
	'h2',
	'h3',
	'h4',
	'ul',
	'ol',
	'li',
	'blockquote',
	'strong',
	'em',
	's',
	'code',
	'pre',
	'hr',
	'br',
	'table',
	'thead',
	'tbody',
	'tr',
	'th',
	'td',
	'a'
]);
const isTag = (tag: string): tag is MarkdownTag => TAGS.has(tag);

const reader = new MarkdownIt({ html: false, linkify: false });
type Token = ReturnType<typeof reader.parse>[number];

/** Reads a page. Never throws; HTML in it is shown as text. */
export function parseMarkdown(source: string): readonly MarkdownNode[] {
	return tree(reader.parse(source, {}));
}

function tree(tokens: readonly Token[]): readonly MarkdownNode[] {
	const root: MarkdownNode[] = [];
	const open: MarkdownNode[][] = [root];
	const add = (node: MarkdownNode): void => void open.at(-1)?.push(node);
	for (const token of tokens) {
		if (token.nesting === 1) {
			const children: MarkdownNode[] = [];
			// Lists without gaps hide their paragraphs; what is in them belongs to the entry itself.
			if (token.hidden || !isTag(token.tag)) open.push(open.at(-1) ?? root);
			else {
				add({ type: 'element', tag: token.tag, ...linkOf(token), children });
				open.push(children);
			}
		} else if (token.nesting === -1) open.pop();
		else leaf(token, add);
	}
	return root;
}

function leaf(token: Token, add: (node: MarkdownNode) => void): void {
	switch (token.type) {
		case 'inline':
			for (const child of tree(token.children ?? [])) add(child);
			break;
		case 'softbreak':
			add({ type: 'text', text: '\n' });
			break;
		case 'hardbreak':
			add({ type: 'element', tag: 'br', children: [] });
			break;
		case 'hr':
			add({ type: 'element', tag: 'hr', children: [] });
			break;
		case 'code_inline':
			add({ type: 'element', tag: 'code', children: [{ type: 'text', text: token.content }] });
			break;
		case 'code_block':
		case 'fence':
			add({ type: 'element', tag: 'pre', children: [{ type: 'text', text: token.content }] });
			break;
		default:
			if (token.content) add({ type: 'text', text: token.content });
	}
}

const SAFE_LINK = /^(?:https?:|mailto:)/i;

function linkOf(token: Token): { readonly href?: string } {
	const href = token.tag === 'a' ? token.attrGet('href') : null;
	return typeof href === 'string' && SAFE_LINK.test(href) ? { href } : {};
}
