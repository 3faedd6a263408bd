import { fits, tidy } from '#lib/base/text.ts';
import type { Contribution, Item } from '../activity.ts';
import { capped, peopleOf } from '../engines/collect/capped.ts';
import { cardPages } from '../engines/collect/card-pages.ts';
import type { IdeaBody, IdeaCard, IdeasResult, IdeasSettings } from './schema.ts';

export const blank = (): IdeaBody => ({ text: '' });

export const complete = (settings: IdeasSettings, { text }: IdeaBody): boolean => {
	const words = tidy(text);
	return words !== '' && fits(words, settings.max_length);
};

/** Every card that may be sent, in the order of its id; an unknown category is left out, the card stays. */
export function reduce(
	settings: IdeasSettings,
	contributions: readonly Contribution<IdeaBody>[]
): IdeasResult {
	const known = new Set(settings.categories?.map(({ id }) => id));
	const usable = contributions.filter(({ body }) => complete(settings, body));
	const kept = capped(usable, settings.max_answers);
	const cards = kept.map(({ id, lang, body }): IdeaCard => {
		const category = body.category !== undefined && known.has(body.category);
		return {
			id,
			text: tidy(body.text),
			...(lang === undefined ? {} : { lang }),
			...(category ? { category: body.category } : {})
		};
	});
	return { people: peopleOf(kept), cards };
}

/** Cards in the order of the categories, those without one last. */
export function byCategory(
	settings: IdeasSettings,
	cards: readonly IdeaCard[]
): readonly {
	readonly id: string;
	readonly title?: string;
	readonly cards: readonly IdeaCard[];
}[] {
	const groups = (settings.categories ?? []).map(({ id, title }) => ({
		id,
		title,
		cards: cards.filter(({ category }) => category === id)
	}));
	const rest = cards.filter(({ category }) => category === undefined);
	return [...groups, { id: '-', cards: rest }].filter((group) => group.cards.length > 0);
}

export const items = (settings: IdeasSettings, { cards }: IdeasResult): readonly Item[] =>
	byCategory(settings, cards).flatMap((group) =>
		group.cards.map(({ id, text, lang }) =>
			lang === undefined ? { id, text } : { id, text, lang }
		)
	);

export const stagePages = (settings: IdeasSettings, { cards }: IdeasResult): number =>
	settings.sensitive ? 1 : Math.max(1, cardPages(cards.map(({ text }) => text.length)).length);
