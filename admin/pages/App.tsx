import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { MAY } from '../permissions';
import { FeedPage } from './feeds/FeedPage';
import { FeedsPage } from './feeds/FeedsPage';
import { ImportPage } from './import/ImportPage';
import { QuarantinePage } from './quarantine/QuarantinePage';
import { RunPage } from './run/RunPage';
import { RunsPage } from './runs/RunsPage';

export default function App() {
  return (
    <Page.Protect permissions={MAY.import}>
      <Routes>
        <Route index element={<RunsPage />} />
        <Route path="import" element={<ImportPage />} />
        <Route path="feeds" element={<FeedsPage />} />
        <Route path="feeds/new" element={<FeedPage />} />
        <Route path="feeds/:documentId" element={<FeedPage />} />
        <Route path="runs/:documentId" element={<RunPage />} />
        <Route path="quarantine" element={<QuarantinePage />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Page.Protect>
  );
}
