import { Page, useRBAC } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { MAY } from '../../permissions';
import { InboxPage } from './inbox/InboxPage';
import { TakedownPage } from './takedown/TakedownPage';
import { UsagePage } from './usage/UsagePage';

/** The rights desk's pages, each for those who may. */
export default function RightsDesk() {
  return (
    <Routes>
      <Route index element={<First />} />
      <Route
        path="inbox"
        element={
          <Page.Protect permissions={MAY.editRights}>
            <InboxPage />
          </Page.Protect>
        }
      />
      <Route
        path="takedown"
        element={
          <Page.Protect permissions={MAY.takeDown}>
            <TakedownPage />
          </Page.Protect>
        }
      />
      <Route
        path="usage"
        element={
          <Page.Protect permissions={MAY.readUsage}>
            <UsagePage />
          </Page.Protect>
        }
      />
      <Route path="*" element={<Page.Error />} />
    </Routes>
  );
}

/** The first page that the editor may see. */
function First() {
  const { allowedActions, isLoading } = useRBAC(MAY.rightsDesk);
  if (isLoading) return <Page.Loading />;
  const page = allowedActions.canEdit ? 'inbox' : allowedActions.canTakeDown ? 'takedown' : 'usage';
  return <Navigate to={page} replace />;
}
