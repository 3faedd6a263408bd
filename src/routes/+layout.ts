// The app is a static shell: nothing is rendered on a server, everything runs on the device.
export const ssr = false;
export const prerender = false;
