import { Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type { Feed, SignIn } from '../../../contracts/feeds';
import { useText } from '../../intl';
import type { FeedDraft } from './draft';

const EMPTY: Record<SignIn['kind'], SignIn> = {
  none: { kind: 'none' },
  keep: { kind: 'keep' },
  basic: { kind: 'basic', username: '', password: '' },
  header: { kind: 'header', name: 'Authorization', value: '' },
};

interface SignInFieldsProps {
  draft: FeedDraft;
  /** What is stored. It is never sent to the browser, so it can be kept or replaced, not shown. */
  kept: Feed['signIn'];
  onChange: (change: Pick<FeedDraft, 'signIn'>) => void;
}

export function SignInFields({ draft: { signIn }, kept, onChange }: SignInFieldsProps) {
  const t = useText();
  const kinds: SignIn['kind'][] = [...(kept === 'none' ? [] : ['keep' as const]), 'none', 'basic', 'header'];
  const set = (next: SignIn) => onChange({ signIn: next });
  const choose = (value: string | number) => set(EMPTY[kinds.find((one) => one === value) ?? 'none']);
  return (
    <>
      <Field.Root>
        <Field.Label>{t('feed.sign-in')}</Field.Label>
        <SingleSelect value={signIn.kind} onChange={choose}>
          {kinds.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {t(`feed.sign-in.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {signIn.kind === 'basic' && (
        <>
          <Text label={t('feed.username')} value={signIn.username} onChange={(username) => set({ ...signIn, username })} />
          <Text label={t('feed.password')} value={signIn.password} isSecret onChange={(password) => set({ ...signIn, password })} />
        </>
      )}
      {signIn.kind === 'header' && (
        <>
          <Text label={t('feed.header-name')} value={signIn.name} onChange={(name) => set({ ...signIn, name })} />
          <Text label={t('feed.header-value')} value={signIn.value} isSecret onChange={(value) => set({ ...signIn, value })} />
        </>
      )}
    </>
  ); // prettier-ignore
}

interface TextProps {
  label: string;
  value: string;
  isSecret?: boolean;
  onChange: (value: string) => void;
}

function Text({ label, value, isSecret = false, onChange }: TextProps) {
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={value}
        type={isSecret ? 'password' : 'text'}
        autoComplete={isSecret ? 'new-password' : 'off'}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
      />
    </Field.Root>
  );
}
