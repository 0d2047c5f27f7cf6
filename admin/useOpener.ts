import { useState } from 'react';

/**
 * For a dialog that opens without a trigger of its own, by a key or from a list: gives the keyboard back to what had it
 * when the dialog was opened. Strapi's dialog gives it to its trigger, and where there is none to nobody.
 */
export function useOpener(): (event: Event) => void {
  const [opener] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    if (opener instanceof HTMLElement) opener.focus();
  };
}
