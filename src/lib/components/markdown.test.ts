import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown, type MarkdownNode } from './markdown.ts';

const text = (nodes: readonly MarkdownNode[]): string =>
	nodes.map((node) => (node.type === 'text' ? node.text : text(node.children))).join('');
const hrefs = (nodes: readonly MarkdownNode[]): readonly (string | undefined)[] =>
	nodes.flatMap((node) =>
		node.type === 'text' ? [] : [...(node.tag === 'a' ? [node.href] : []), ...hrefs(node.children)]
	);

test('headings, lists and tables become a tree', () => {
	const nodes = parseMarkdown('# Who\n\n- **one**\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |');
	expect(nodes.map((node) => (node.type === 'element' ? node.tag : node.text))).toEqual([
		'h1',
		'ul',
		'table'
	]);
	expect(nodes[1]).toEqual({
		type: 'element',
		tag: 'ul',
		children: [
			{
				type: 'element',
				tag: 'li',
				children: [{ type: 'element', tag: 'strong', children: [{ type: 'text', text: 'one' }] }]
			},
			{ type: 'element', tag: 'li', children: [{ type: 'text', text: 'two' }] }
		]
	});
});

test('HTML stays text', () => {
	const nodes = parseMarkdown('<img src=x onerror=alert(1)> and <script>alert(1)</script>');
	expect(text(nodes)).toBe('<img src=x onerror=alert(1)> and <script>alert(1)</script>');
});

test('only links that lead to a page or a mailbox are links', () => {
	const nodes = parseMarkdown(
		'[a](https://a.example) [b](mailto:b@b.example) [c](ftp://c.example) [d](/settings)'
	);
	expect(hrefs(nodes)).toEqual(['https://a.example', 'mailto:b@b.example', undefined, undefined]);
});

test('whatever is written, it is read without an error and no link runs a script', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 400 }), (source) => {
			for (const href of hrefs(parseMarkdown(`${source}\n\n[x](javascript:alert(1))`))) {
				if (href !== undefined) expect(href).toMatch(/^(https?|mailto):/i);
			}
		})
	);
});
