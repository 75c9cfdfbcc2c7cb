import type { SheetVoice } from '../../budget/useVoice.ts'

/** What is looked for among stored reasons: steps are undone for a reason that the page shows as a word. */
export function storedReason(text: string, t: SheetVoice['t']): string {
  const asked = text.trim().toLowerCase()
  const way = (['undo', 'redo'] as const).find(
    (one) => t(`steps.kind.${one}`).toLowerCase() === asked,
  )
  return way ? `${way} of ` : text.trim()
}
