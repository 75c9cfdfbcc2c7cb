import type { Language } from '@andel/schema/money'
import type { CellContent } from '../cell.ts'
import { bareText } from './bare-text.ts'
import { toScaled } from '../exact-decimal.ts'
import { exactText, scaleBy } from './program-number.ts'

/**
 * Cells as an HTML table in which spreadsheets find exact numbers, whatever their decimal mark:
 * Excel in `x:num` and `mso-number-format`, LibreOffice in `sdval` and `sdnum`. Text that looks like a
 * number or a date is marked as text, or "1-2" would become the first of February.
 */
export function writeHtml(rows: readonly (readonly CellContent[])[], language: Language): string {
  const body = rows.map(
    (row) => `<tr>${row.map((cell) => writeCell(cell, language)).join('')}</tr>`,
  )
  return (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">' +
    '<style>br{mso-data-placement:same-cell}</style></head>' +
    `<body><table>${body.join('')}</table></body></html>`
  )
}

function writeCell(content: CellContent, language: Language): string {
  switch (content.kind) {
    case 'empty':
      return '<td></td>'
    case 'text':
      return `<td style="mso-number-format:'\\@'" sdnum="1033;0;@">${escapeText(content.text)}</td>`
    case 'number': {
      const percent = content.unit === 'percent'
      const exact = toScaled(content.exact)
      const value = exactText(percent ? scaleBy(exact, -2) : exact)
      const decimals = content.exact.split('.')[1]?.length ?? 0
      const format = `0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}%`
      const excel = percent ? ` style="mso-number-format:'${format.replace('.', '\\.')}'"` : ''
      const libreOffice = percent ? `1033;1033;${format}` : '1033;'
      const numbers = `x:num="${value}" sdval="${value}" sdnum="${libreOffice}"`
      return `<td align="right"${excel} ${numbers}>${bareText(content, language)}</td>`
    }
  }
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n?|\n/g, '<br>')
    .replace(/^ | $| (?= )/g, '&nbsp;')
}
