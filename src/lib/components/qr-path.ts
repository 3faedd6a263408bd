import encodeQR from 'qr';

/** White edge a reader needs, in modules; the standard asks for four. */
export const QUIET_ZONE = 4;

/**
 * The picture code of a text as SVG path data on a square of `size` units, quiet zone included.
 * Medium error correction: a crease or a thumb on a poster may cover 15 %.
 */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
	const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
	let path = '';
	rows.forEach((row, y) => {
		let x = 0;
		while (x < row.length) {
			let end = x;
			while (row[end]) end += 1;
			if (end > x) path += `M${x} ${y}h${end - x}v1h${x - end}z`;
			x = Math.max(end, x + 1);
		}
	});
	return { size: rows.length, path };
}
