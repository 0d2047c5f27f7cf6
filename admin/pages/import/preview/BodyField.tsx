import { useLayoutEffect, useRef } from 'react';
import { styled } from 'styled-components';
import { copyClean } from './cleanHtml';

const Paper = styled.div`
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  line-height: 1.5;
  max-height: 48rem;
  min-height: 12rem;
  overflow: auto;
  overflow-wrap: anywhere;
  padding: 1.2rem 1.6rem;

  &:focus {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: 0 0 0 2px ${({ theme }) => theme.colors.primary600};
    outline: none;
  }
  & :is(p, ul, ol, blockquote, table, pre, h2, h3, h4) {
    margin-block: 0 1rem;
  }
  & :is(h2, h3, h4, strong, b, th) {
    font-weight: 600;
  }
  & :is(em, i) {
    font-style: italic;
  }
  & a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }
  & :is(ul, ol) {
    list-style: revert;
    padding-inline-start: 2.4rem;
  }
  & blockquote {
    border-inline-start: 3px solid ${({ theme }) => theme.colors.neutral200};
    padding-inline-start: 1.2rem;
  }
  & :is(td, th) {
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    padding: 0.4rem 0.8rem;
  }
`;

interface BodyFieldProps {
  id: string;
  label: string;
  html: string;
  readOnly: boolean;
  onChange: (html: string | undefined) => void;
  /** The block that the caret or the pointer is in, counted from 0. */
  onCaret: (block: number) => void;
  onPointer: (block: number, event: React.MouseEvent) => void;
}

/** The body as readers will see it, to be corrected in place. Pasted text comes in without its formatting. */
export function BodyField({ id, label, html, readOnly, onChange, onCaret, onPointer }: BodyFieldProps) {
  const paper = useRef<HTMLDivElement>(null);
  const written = useRef<string>();

  // The browser owns the content while the editor types; it is written again only when it comes from elsewhere.
  useLayoutEffect(() => {
    if (!paper.current || written.current === html) return;
    paper.current.replaceChildren();
    copyClean(new DOMParser().parseFromString(html, 'text/html').body, paper.current);
    written.current = html;
  }, [html]);

  const read = () => {
    if (!paper.current) return;
    const clean = document.createElement('div');
    copyClean(paper.current, clean);
    const isEmpty = (clean.textContent ?? '').trim() === '';
    written.current = isEmpty ? '' : clean.innerHTML;
    onChange(isEmpty ? undefined : written.current);
  };
  const paste = (event: React.ClipboardEvent) => {
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
  };
  const blockOf = (node: EventTarget | null) =>
    Array.from(paper.current?.children ?? []).findIndex((child) => node instanceof Node && child.contains(node));
  const caret = () => {
    const block = blockOf(document.getSelection()?.anchorNode ?? null);
    if (block >= 0) onCaret(block);
  };
  const pointer = (event: React.MouseEvent) => {
    const block = blockOf(event.target);
    if (block < 0) return;
    event.stopPropagation();
    onPointer(block, event);
  };

  return (
    <Paper
      ref={paper}
      id={id}
      role="textbox"
      aria-multiline
      aria-label={label}
      tabIndex={0}
      aria-readonly={readOnly}
      contentEditable={!readOnly}
      suppressContentEditableWarning
      onInput={read}
      onPaste={paste}
      onMouseMove={pointer}
      onClick={caret}
      onKeyUp={caret}
    />
  );
}
