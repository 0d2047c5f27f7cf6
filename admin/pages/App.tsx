import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { MAY } from '../permissions';
import { ImportPage } from './import/ImportPage';
import { RunPage } from './run/RunPage';
import { RunsPage } from './runs/RunsPage';

export default function App() {
  return (
    <Page.Protect permissions={MAY.import}>
      <Routes>
        <Route index element={<RunsPage />} />
        <Route path="import" element={<ImportPage />} />
        <Route path="runs/:documentId" element={<RunPage />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Page.Protect>
  );
}
