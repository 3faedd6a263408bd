/** Of the voices this device has, one that speaks the language and needs no network. */
export function localVoice(
	voices: readonly SpeechSynthesisVoice[],
	locale: string
): SpeechSynthesisVoice | undefined {
	const wanted = locale.toLowerCase();
	const language = wanted.split('-')[0] ?? wanted;
	const tag = (voice: SpeechSynthesisVoice): string => voice.lang.toLowerCase().replace('_', '-');
	const mine = voices.filter(
		(voice) => voice.localService && tag(voice).split('-')[0] === language
	);
	return mine.find((voice) => tag(voice) === wanted) ?? mine[0];
}

/** Sentences of a text, so that long texts are read piece by piece (some engines stop after 15 s). */
export function sentences(text: string, locale: string): readonly string[] {
	if (typeof Intl.Segmenter !== 'function') return [text];
	const parts = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text);
	return [...parts].map(({ segment }) => segment.trim()).filter(Boolean);
}
