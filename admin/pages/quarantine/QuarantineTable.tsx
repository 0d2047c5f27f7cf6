import {
  Checkbox,
  Flex,
  Link,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Quarantined } from '../../../contracts/quarantine';
import { useProblemText } from '../../api/useProblem';
import { Moment } from '../../components/Moment';
import { RawCopy } from '../../components/RawCopy';
import { useText } from '../../intl';
import { PATHS } from '../../paths';

const COLUMNS = ['item', 'error', 'when', 'copy'] as const;

interface QuarantineTableProps {
  items: readonly Quarantined[];
  chosen: ReadonlySet<string>;
  onToggle: (key: string) => void;
}

export function QuarantineTable({ items, chosen, onToggle }: QuarantineTableProps) {
  const t = useText();
  const problem = useProblemText();
  return (
    <Table colCount={COLUMNS.length + 1} rowCount={items.length + 1}>
      <Thead>
        <Tr>
          <Th>
            <VisuallyHidden>{t('quarantine.select-all')}</VisuallyHidden>
          </Th>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma">{t(`quarantine.column.${column}`)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {items.map(({ key, title, inputName, format, error, at, run }) => {
          const name = title || inputName || t('item.untitled');
          return (
            <Tr key={key}>
              <Td>
                <Checkbox
                  aria-label={t('quarantine.select', { title: name })}
                  checked={chosen.has(key)}
                  onCheckedChange={() => onToggle(key)}
                />
              </Td>
              <Td style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
                <Flex direction="column" alignItems="flex-start" paddingTop={2} paddingBottom={2}>
                  <Typography fontWeight="semiBold">{name}</Typography>
                  <Typography variant="pi" textColor="neutral600">
                    {[inputName === name ? '' : inputName, format].filter(Boolean).join(' · ')}
                  </Typography>
                </Flex>
              </Td>
              <Td style={{ whiteSpace: 'normal' }}>
                <Typography textColor="danger600">{problem(error.code, error.message)}</Typography>
              </Td>
              <Td>
                {run === undefined ? (
                  <Moment at={at} />
                ) : (
                  <Link tag={NavLink} to={PATHS.run(run)}>
                    <Moment at={at} />
                  </Link>
                )}
              </Td>
              <Td>
                <RawCopy wireKey={key} title={name} inputName={inputName} />
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
