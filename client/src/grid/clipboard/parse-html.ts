import type { HtmlCell, HtmlPiece, HtmlTable } from './html-table.ts'

/**
 * The first table in HTML, as plain rows and cells. The browser parses; nothing in it is run or fetched.
 * Excel ends some tables with a row that is not displayed and holds the widths of the columns.
 */
export function parseHtmlTable(html: string): HtmlTable | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return undefined
  const rows = Array.from(table.rows).filter((row) => row.style.display !== 'none')
  return rows.map((row) => Array.from(row.cells, cellOf))
}

function cellOf(cell: HTMLTableCellElement): HtmlCell {
  const attribute = (name: string) => cell.getAttribute(name) ?? undefined
  return {
    pieces: piecesOf(cell),
    columns: cell.colSpan,
    rows: cell.rowSpan,
    sdval: attribute('sdval'),
    xNum: attribute('x:num'),
    sheetsValue: attribute('data-sheets-value'),
  }
}

function piecesOf(element: Element): readonly HtmlPiece[] {
  return Array.from(element.childNodes).flatMap((node): readonly HtmlPiece[] => {
    if (node.nodeType === Node.TEXT_NODE) return [{ kind: 'text', text: node.textContent ?? '' }]
    if (!(node instanceof HTMLElement)) return []
    if (node.tagName === 'BR') return [{ kind: 'break' }]
    if (node.getAttribute('style')?.includes('mso-spacerun')) {
      return [{ kind: 'blanks', text: node.textContent ?? '' }]
    }
    const isParagraph = /^(P|DIV)$/.test(node.tagName) && node.previousElementSibling !== null
    return isParagraph ? [{ kind: 'break' }, ...piecesOf(node)] : piecesOf(node)
  })
}
