import type { Component } from 'svelte';
import type { LucideProps } from '@lucide/svelte';
import BadgeCheck from '@lucide/svelte/icons/badge-check';
import Boxes from '@lucide/svelte/icons/boxes';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import Circle from '@lucide/svelte/icons/circle';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import ClipboardCheck from '@lucide/svelte/icons/clipboard-check';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import Coffee from '@lucide/svelte/icons/coffee';
import Group from '@lucide/svelte/icons/group';
import HandHeart from '@lucide/svelte/icons/hand-heart';
import Handshake from '@lucide/svelte/icons/handshake';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import ListChecks from '@lucide/svelte/icons/list-checks';
import ListTodo from '@lucide/svelte/icons/list-todo';
import MessageSquare from '@lucide/svelte/icons/message-square';
import Scale from '@lucide/svelte/icons/scale';
import Shapes from '@lucide/svelte/icons/shapes';
import Shield from '@lucide/svelte/icons/shield';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Smile from '@lucide/svelte/icons/smile';
import UserCheck from '@lucide/svelte/icons/user-check';
import WholeWord from '@lucide/svelte/icons/whole-word';

// Named one by one: the whole set would put 1,600 pictures on the device.
const ICONS: Readonly<Record<string, Component<LucideProps>>> = {
	'badge-check': BadgeCheck,
	boxes: Boxes,
	'calendar-check': CalendarCheck,
	'circle-dot': CircleDot,
	'clipboard-check': ClipboardCheck,
	'clipboard-list': ClipboardList,
	coffee: Coffee,
	group: Group,
	'hand-heart': HandHeart,
	handshake: Handshake,
	lightbulb: Lightbulb,
	'list-checks': ListChecks,
	'list-todo': ListTodo,
	'message-square': MessageSquare,
	scale: Scale,
	shapes: Shapes,
	shield: Shield,
	'sliders-horizontal': SlidersHorizontal,
	smile: Smile,
	'user-check': UserCheck,
	'whole-word': WholeWord
};

/** The picture of a Lucide name; a plain circle for a name nobody has brought here. */
export const iconNamed = (name: string): Component<LucideProps> => ICONS[name] ?? Circle;

/** True when the name has a picture of its own. */
export const hasIcon = (name: string): boolean => name in ICONS;
