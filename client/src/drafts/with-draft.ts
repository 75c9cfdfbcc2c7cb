import type { CellContent, CellView } from '../grid/cell.ts'
import type { TextKey, TextValues } from '../text/useText.ts'
import type { Draft } from './draft.ts'
import { isOvertaken, type Stored } from './take-texts.ts'

interface DraftWords {
  t(key: TextKey, values?: TextValues): string
  /** A value as the cell shows it. */
  shown(value: string): string
  /** Why a text cannot be read. */
  fault(draft: Extract<Draft, { kind: 'unreadable' }>): string
}

/** What a cell shows when somebody has put something in it that is not stored yet. */
export function withDraft(
  cell: CellView,
  draft: Draft | undefined,
  stored: Stored,
  { t, shown, fault }: DraftWords,
): CellView {
  if (!draft) return cell
  if (draft.kind === 'unreadable') {
    return { ...cell, text: draft.text, look: undefined, mark: 'error', title: fault(draft) }
  }
  const present = stored.value === '' ? t('drafts.nothing') : shown(stored.value)
  const [mark, title] = isOvertaken(draft, stored)
    ? (['error', t('drafts.cell.overtaken', { present })] as const)
    : (['remark', t('drafts.cell.changed', { present })] as const)
  return { ...cell, text: shown(draft.value), look: 'draft', mark, title }
}

/** What stands in a cell as it would be typed: the draft, or else what is stored. */
export function draftText(
  draft: Draft | undefined,
  stored: string,
  typed: (value: string) => string,
) {
  if (draft?.kind === 'unreadable') return draft.text
  return typed(draft?.value ?? stored)
}

/** What a cell holds; a text that cannot be read is no number. */
export function draftContent(
  draft: Draft | undefined,
  stored: string,
  content: (value: string) => CellContent,
): CellContent {
  if (draft?.kind === 'unreadable') return { kind: 'text', text: draft.text }
  return content(draft?.value ?? stored)
}
