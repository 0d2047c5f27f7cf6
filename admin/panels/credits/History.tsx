import { useState } from 'react';
import { Flex, TextButton, Typography } from '@strapi/design-system';
import { rightsField, type RightsResponse, type RightsValue } from '../../../contracts/rights';
import { Moment } from '../../components/Moment';
import { useText } from '../../intl';

type Event = RightsResponse['data']['history'][number];

const SHORT = 3;

/** Who changed which line, from what to what; the latest first, three of them until asked for more. */
export function History({ events }: { events: readonly Event[] }) {
  const t = useText();
  const [all, setAll] = useState(false);
  if (events.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="pi" fontWeight="bold">
        {t('history.title')}
      </Typography>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {(all ? events : events.slice(0, SHORT)).map((event, position) => (
          <Entry key={`${event.at}-${String(position)}`} event={event} />
        ))}
      </Flex>
      {events.length > SHORT && (
        <TextButton onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('history.less') : t('history.all', { count: events.length })}
        </TextButton>
      )}
    </Flex>
  );
}

function Entry({ event: { at, by, surface, reason, changes } }: { event: Event }) {
  const t = useText();
  const label = (name: string) => {
    const field = rightsField.safeParse(name);
    return field.success ? t(`field.${field.data}`) : name;
  };
  const line = (value: RightsValue) => (value === null || value === '' ? t('credits.empty') : `“${String(value)}”`);
  return (
    <li>
      <Typography tag="div" variant="pi" textColor="neutral600">
        {by ?? t(`surface.${surface}`)} · <Moment at={at} />
      </Typography>
      {changes.map(({ field, from, to }) => (
        <Typography key={field} tag="div" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {t('history.change', { field: label(field), from: line(from), to: line(to) })}
        </Typography>
      ))}
      {reason !== undefined && reason !== '' && (
        <Typography tag="div" variant="pi" textColor="neutral600">
          {t('history.reason', { reason })}
        </Typography>
      )}
    </li>
  );
}
