/** The groups of people a workshop brings together, each with its own colour, shape and icon. */
export const SPHERES = [
	'town',
	'services',
	'state',
	'employers',
	'associations',
	'newcomers',
	'none'
] as const;

export type Sphere = (typeof SPHERES)[number];
