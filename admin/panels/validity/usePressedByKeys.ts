import { useEffect } from 'react';

/** Strapi's shortcuts of the edit view (content-manager, `EditView/utils/keyboardShortcuts`). */
function actionOf(event: KeyboardEvent): 'update' | 'publish' | undefined {
  if (!event.metaKey && !event.ctrlKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'enter') return event.shiftKey ? 'publish' : 'update';
  return key === 's' && !event.shiftKey ? 'update' : undefined;
}

/**
 * Lets Strapi's shortcuts for Save and Publish press the buttons. Strapi's own handlers write past them, and so past what
 * the button of an article does before: tell what the form was opened with, ask before what may not be shown goes out.
 *
 * @param label the text of the button; undefined leaves the shortcut to Strapi
 */
export function usePressedByKeys(action: 'update' | 'publish', label: string | undefined): void {
  useEffect(() => {
    if (label === undefined) return undefined;
    const press = (event: KeyboardEvent) => {
      if (actionOf(event) !== action) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.repeat) buttonOf(label)?.click();
    };
    // Before Strapi's own, which listen to the window too, but not while the event is still on its way.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [action, label]);
}

/** In front of the page may stand a dialog, with a form and buttons of its own, or with none. */
function buttonOf(label: string): HTMLButtonElement | undefined {
  const dialogs = document.querySelectorAll('[role="dialog"], [role="alertdialog"]');
  const within = dialogs[dialogs.length - 1] ?? document;
  return [...within.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === label);
}
