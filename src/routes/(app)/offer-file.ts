/** Hands a file to the person: the browser asks where to keep it, or puts it among the downloads. */
export function offerFile(name: string, bytes: Uint8Array): void {
	const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// Some browsers read the file only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
