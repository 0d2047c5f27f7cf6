import type { Check } from './check';

/** The front-end hides a field from people. Robots fill in every field there is. */
export const honeypot: Check = ({ trap }) => (trap.trim() === '' ? undefined : { verdict: 'spam' });
