import { useState } from 'react';
import { Flex, TextButton, Typography } from '@strapi/design-system';
import type { RightsResponse, RightsValue } from '../../../contracts/rights';
import { Moment } from '../../components/Moment';
import { useText } from '../../intl';
import { useFieldName } from '../../useFieldName';
import { useHistoryValue } from './useHistoryValue';

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

function Entry({ event: { at, by, surface, applies, reason, changes } }: { event: Event }) {
  const t = useText();
  const change = useChangeText();
  // An editor's own edit needs no more than the name; what came another way says which.
  const who = by === undefined ? [t(`surface.${surface}`)] : surface === 'admin' ? [by] : [by, t(`surface.${surface}`)];
  return (
    <li>
      <Typography tag="div" variant="pi" textColor="neutral600">
        {who.join(' · ')} · <Moment at={at} />
        {applies === 'published' && ` · ${t('history.published')}`}
      </Typography>
      {changes.map((one) => (
        <Typography key={one.field} tag="div" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {change(one)}
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

const isEmpty = (value: RightsValue) => value === null || value === '';

/** "Credit line: “A” → “B”"; shorter where there was nothing before, or is nothing now. */
function useChangeText() {
  const t = useText();
  const label = useFieldName();
  const inWords = useHistoryValue();
  return ({ field, from, to }: Event['changes'][number]) => {
    const values = { field: label(field), from: inWords(field, from), to: inWords(field, to) };
    if (isEmpty(values.from)) return t('history.set', values);
    return isEmpty(values.to) ? t('history.cleared', values) : t('history.change', values);
  };
}
