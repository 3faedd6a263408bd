/** The day of a moment on this device, `YYYY-MM-DD`. */
export function localDay(moment: number): string {
	const date = new Date(moment);
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Saves a text as a file on this device. */
export function saveText(text: string, type: string, name: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser has its own hold of the file once the click is handled.
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
