/** A spreadsheet takes a cell that begins with one of these for a formula, also after white space (OWASP, "CSV Injection"). */
const FORMULA = /^\s*[=+\-@\t\r|%]/;

/** A line of CSV (RFC 4180) whose cells no spreadsheet takes for a formula. */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Excel reads UTF-8 only where a file says so. */
export const BYTE_ORDER_MARK = '\uFEFF';
