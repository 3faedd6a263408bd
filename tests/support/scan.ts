import type { Browser } from 'playwright-core';
import decodeQR from 'qr/decode.js';

/** Reads the picture code off a photo of a screen, as a phone's camera does. */
export async function scan(browser: Browser, png: Buffer): Promise<string> {
	const page = await browser.newPage();
	try {
		const { width, height, rgba } = await page.evaluate(async (base64) => {
			const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
			const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
			const canvas = new OffscreenCanvas(picture.width, picture.height);
			const context = canvas.getContext('2d');
			if (!context) throw new Error('no canvas');
			context.drawImage(picture, 0, 0);
			const { data } = context.getImageData(0, 0, picture.width, picture.height);
			let letters = '';
			for (const byte of data) letters += String.fromCharCode(byte);
			return { width: picture.width, height: picture.height, rgba: btoa(letters) };
		}, png.toString('base64'));
		return decodeQR({ width, height, data: Buffer.from(rgba, 'base64') });
	} finally {
		await page.close();
	}
}
