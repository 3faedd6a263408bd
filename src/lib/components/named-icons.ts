import type { Component } from 'svelte';
import type { LucideProps } from '@lucide/svelte';
import Circle from '@lucide/svelte/icons/circle';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import Coffee from '@lucide/svelte/icons/coffee';
import DoorOpen from '@lucide/svelte/icons/door-open';
import Handshake from '@lucide/svelte/icons/handshake';
import Layers from '@lucide/svelte/icons/layers';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import ListTodo from '@lucide/svelte/icons/list-todo';
import Shield from '@lucide/svelte/icons/shield';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import WholeWord from '@lucide/svelte/icons/whole-word';

// Named one by one: the whole set would put 1,600 pictures on the device.
const ICONS: Readonly<Record<string, Component<LucideProps>>> = {
	'circle-dot': CircleDot,
	'clipboard-list': ClipboardList,
	coffee: Coffee,
	'door-open': DoorOpen,
	handshake: Handshake,
	layers: Layers,
	lightbulb: Lightbulb,
	'list-todo': ListTodo,
	shield: Shield,
	'sliders-horizontal': SlidersHorizontal,
	'whole-word': WholeWord
};

/** The picture of a Lucide name; a plain circle for a name nobody has brought here. */
export const iconNamed = (name: string): Component<LucideProps> => ICONS[name] ?? Circle;

/** True when the name has a picture of its own. */
export const hasIcon = (name: string): boolean => name in ICONS;
