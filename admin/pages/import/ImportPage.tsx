import { useReducer, useState } from 'react';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router-dom';
import type { PreviewResponse } from '../../../contracts/imports';
import { useNewswireImportMutation, useNewswirePreviewMutation } from '../../api/newswireApi';
import { useFailureText } from '../../api/useProblem';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { Compose } from './Compose';
import { AskToDiscard, LeaveGuard } from './LeaveGuard';
import { correct, hasCorrections, startDrafts, toStories, type Correction, type Drafts } from './preview/drafts';
import { ImportBar } from './preview/ImportBar';
import { invalidPaths } from './preview/invalid';
import { Preview } from './preview/Preview';
import { useCopy } from './useCopy';

type Change = Correction | { type: 'start'; drafts: Drafts };
const reduce = (drafts: Drafts, change: Change) => (change.type === 'start' ? change.drafts : correct(drafts, change));

/** Paste or drop, look it over, import. Nothing is written before the last step. */
export function ImportPage() {
  const t = useText();
  const failure = useFailureText();
  const navigate = useNavigate();
  const { copy, setText, addFiles, removeFile, forget } = useCopy();
  const [read, { isLoading, error, reset }] = useNewswirePreviewMutation();
  const [write] = useNewswireImportMutation();
  const [preview, setPreview] = useState<PreviewResponse['data']>();
  const [drafts, change] = useReducer(reduce, {});
  const [busy, setBusy] = useState<'draft' | 'publish'>();
  const [refused, setRefused] = useState<string>();
  const [asking, setAsking] = useState(false);

  const dirty = preview !== undefined && hasCorrections(drafts);

  const show = async () => {
    const answer = await read(copy);
    if (!('data' in answer)) return;
    change({ type: 'start', drafts: startDrafts(answer.data.inputs.flatMap(({ items }) => items)) });
    setPreview(answer.data);
    window.scrollTo({ top: 0 });
  };
  const back = () => {
    setAsking(false);
    setPreview(undefined);
    setRefused(undefined);
    reset();
  };
  const run = async (publish: boolean) => {
    setRefused(undefined);
    setBusy(publish ? 'publish' : 'draft');
    const answer = await write({ copy, request: { publish, stories: toStories(drafts) } });
    if ('data' in answer) {
      forget();
      // The corrections are saved: the guard must know before the page is left.
      flushSync(() => setPreview(undefined));
      navigate(PATHS.run(answer.data.documentId));
      return;
    }
    setBusy(undefined);
    setRefused(failure(answer.error));
  };

  return (
    <Page.Main aria-busy={isLoading || busy !== undefined}>
      <Page.Title>{t('import.title')}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={PATHS.runs} />}
        title={t('import.title')}
        subtitle={t(preview ? 'import.subtitle.preview' : 'import.subtitle.compose')}
      />
      <Layouts.Content>
        {preview ? (
          <>
            <Preview preview={preview} copy={copy} refused={refused} drafts={drafts} correct={change} />
            <ImportBar
              count={Object.values(drafts).filter(({ include }) => include).length}
              invalid={Object.values(drafts).some((draft) => invalidPaths(draft).length > 0)}
              mayPublish={preview.mayPublish}
              busy={busy}
              onImport={(publish) => void run(publish)}
              onBack={() => (dirty ? setAsking(true) : back())}
            />
          </>
        ) : (
          <Compose
            copy={copy}
            problem={error ? failure(error) : undefined}
            loading={isLoading}
            onText={setText}
            onFiles={addFiles}
            onRemove={removeFile}
            onPreview={() => void show()}
          />
        )}
      </Layouts.Content>
      <LeaveGuard when={dirty} />
      {asking && <AskToDiscard text={t('leave.text')} onDiscard={back} onStay={() => setAsking(false)} />}
    </Page.Main>
  );
}
