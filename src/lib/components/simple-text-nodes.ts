/**
 * Simple text as it comes parsed from a script: bold, italic, lists, lines. The same shape as in
 * `script/simple-text.ts`, which this folder may not import.
 */
export type TextBlock =
	| { readonly type: 'paragraph'; readonly lines: readonly (readonly TextInline[])[] }
	| { readonly type: 'list'; readonly items: readonly (readonly TextInline[])[] };

export type TextInline =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'bold'; readonly children: readonly TextInline[] }
	| { readonly type: 'italic'; readonly children: readonly TextInline[] };
