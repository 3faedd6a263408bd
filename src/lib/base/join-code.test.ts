import { expect, test } from 'vitest';
import { checkDigits, groupedCode, readInvitation } from './join-code.ts';

test('a code is read in any case and spacing, with letters people mistake for digits', () => {
	for (const typed of ['7K422QMX', '7k42 2qmx', ' 7K42-2QMX ', '7 k 4 2 2 q m x'])
		expect(readInvitation(typed)).toEqual({ code: '7K422QMX' });
	expect(readInvitation('oil0 0000')).toEqual({ code: '01100000' });
});

test('a whole link, its path and its fragment bring code and fingerprint', () => {
	const invitation = { code: '7K422QMX', fingerprint: '0123456789ABCDEF' };
	for (const text of [
		'https://plenum.example/join#7K422QMX.0123456789ABCDEF',
		'/join#7k422qmx.0123456789abcdef',
		'#7K422QMX.0123456789ABCDEF'
	])
		expect(readInvitation(text)).toEqual(invitation);
});

test('what is too short, too long, cut off or no code at all is refused', () => {
	for (const text of [
		'',
		'#',
		'7K42',
		'7K422QMXX',
		'7K42 2QMU',
		'7K422QMX.0123',
		'7K422QMX.0123456789ABCDEF.1',
		'https://plenum.example/join'
	])
		expect(readInvitation(text), text).toBeUndefined();
});

test('half a code is grouped as it will be read', () => {
	expect(groupedCode('7k4')).toBe('7K4');
	expect(groupedCode('7k422q')).toBe('7K42 2Q');
	expect(groupedCode('7k42 2qmx9')).toBe('7K42 2QMX');
});

test('check words are digits of one length', () => {
	expect(checkDigits([412, 1987, 33, 0])).toBe('0412 1987 0033 0000');
});
