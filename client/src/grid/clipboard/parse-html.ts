import type { HtmlCell, HtmlPiece, HtmlTable } from './html-table.ts'
import { withoutStyles } from './without-styles.ts'

/**
 * The first table in HTML, as plain rows and cells. The browser parses; nothing in it is run or fetched.
 * Excel ends some tables with a row that is not displayed and holds the widths of the columns.
 */
export function parseHtmlTable(html: string): HtmlTable | undefined {
  const parsed = new DOMParser().parseFromString(mayBeParsed(withoutStyles(html)), 'text/html')
  const table = parsed.querySelector('table')
  if (!table) return undefined
  const rows = Array.from(table.rows).filter((row) => !styleOf(row).includes('display:none'))
  return rows.map((row) => Array.from(row.cells, cellOf))
}

/** Of Trusted Types, which TypeScript does not know yet: whoever gives HTML to the browser has a policy that says so. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string }
}

/** Says that HTML may be parsed. Only here, into a document that is never shown, and of which only text is read. */
const { createHTML: mayBeParsed } = makePolicy()

function makePolicy(): { createHTML(html: string): string } {
  const rules = { createHTML: (html: string) => html }
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('andel-clipboard', rules) // named in server/src/http/security-headers.ts
  return policy ? { createHTML: (html) => policy.createHTML(html) } : rules
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
    if (styleOf(node).includes('mso-spacerun')) {
      return [{ kind: 'blanks', text: node.textContent ?? '' }]
    }
    const isParagraph = /^(P|DIV)$/.test(node.tagName) && node.previousElementSibling !== null
    return isParagraph ? [{ kind: 'break' }, ...piecesOf(node)] : piecesOf(node)
  })
}

/** Without blanks, in small letters. */
const styleOf = (element: Element): string =>
  (element.getAttribute('data-style') ?? '').replaceAll(/\s/g, '').toLowerCase()
