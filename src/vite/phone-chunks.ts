/**
 * How the client is cut into files: a phone asks for few and small ones. Each group begins at one module
 * and takes along what that imports, unless an earlier group has it; everything else is cut as the
 * bundler likes.
 */
export const phoneChunks = {
	groups: [
		// What the first screen of /join needs, the framework included.
		{
			name: 'first',
			priority: 40,
			test: /\/src\/routes\/(\+layout|\+error|join\/\+page)\.(svelte|ts)$|\/@sveltejs\/kit\/src\/runtime\/client\/entry\.js$/
		},
		// Its words: one file a language.
		{ name: 'words-en', priority: 30, test: /\/messages\/(common|join)\.en\.ftl/ },
		{ name: 'words-cs', priority: 30, test: /\/messages\/(common|join)\.cs\.ftl/ },
		// Network, storage and cryptography of a seat.
		{ name: 'room', priority: 20, test: /\/src\/lib\/session\/join\.ts$/ },
		// Every screen inside; the kinds come one by one.
		{ name: 'inside', priority: 10, test: /\/src\/routes\/join\/Inner\.svelte$/ }
	]
};
