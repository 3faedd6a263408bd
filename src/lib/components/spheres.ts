import { SPHERES, type Sphere } from '#lib/base/sphere.ts';

/** Outline of each sphere on a grid of 24, as SVG path data. The shape alone must tell it apart. */
export const SPHERE_SHAPES: Readonly<Record<Exclude<Sphere, 'none'>, string>> = {
	town: 'M4.4 3.4H19.6a1 1 0 0 1 1 1V19.6a1 1 0 0 1-1 1H4.4a1 1 0 0 1-1-1V4.4a1 1 0 0 1 1-1z',
	services: 'M12 1L23 20.5L1 20.5z',
	state: 'M12 .2L23.8 12L12 23.8L.2 12z',
	employers: 'M21.35 17.4L12 22.8L2.65 17.4L2.65 6.6L12 1.2L21.35 6.6z',
	associations: 'M2 2H13A9.5 9.5 0 0 1 22 12V22H11A9.5 9.5 0 0 1 2 12z',
	newcomers: 'M12 2A10 10 0 1 1 12 22A10 10 0 1 1 12 2z'
};

/** How many seats a sphere has. */
export interface SphereSeats {
	readonly sphere: Sphere;
	readonly seats: number;
}

/**
 * Seats in a row so that every sphere is spread as evenly as its number allows. The same numbers
 * always give the same row.
 */
export function mixedSeats(groups: readonly SphereSeats[]): readonly Sphere[] {
	const total = groups.reduce((sum, group) => sum + group.seats, 0);
	const places = groups.flatMap(({ sphere, seats }, order) =>
		Array.from({ length: seats }, (_, index) => ({
			sphere,
			order,
			at: ((index + 0.5) / seats) * total
		}))
	);
	return places.sort((a, b) => a.at - b.at || a.order - b.order).map((place) => place.sphere);
}

/** The sphere a script's role belongs to, by its id; `none` for roles of the author's own making. */
export function sphereOfRole(id: string): Sphere {
	return SPHERES.find((sphere) => sphere === id) ?? 'none';
}
