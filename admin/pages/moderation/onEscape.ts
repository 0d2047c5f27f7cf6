/** Escape closes a form. In a list of suggestions, or while a sign is being composed, it is theirs. */
export const onEscape =
  (close: () => void) =>
  (event: React.KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    close();
  };
