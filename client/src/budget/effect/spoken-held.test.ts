import { expect, it } from 'vitest'
import { i18n } from '../../text/i18n.ts'
import { viewSheet } from '../figures/sheet-view.ts'
import type { Held } from '../saving/outbox.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { useVoice } from '../useVoice.ts'
import { spokenHeld } from './spoken-held.ts'
import '../../text/every-word.ts'

const view = viewSheet(readSheet(sheetAnswer))
const conflict: Held = {
  id: 'line-33 months',
  at: '2026-01-01T12:00:00Z',
  objection: {
    kind: 'conflict',
    currentVersion: 2,
    current: 90,
    by: 'Kim Ek',
    byId: 'person-kim',
    at: '2026-01-01T12:00:00Z',
  },
}
const told = (before: readonly Held[], now: readonly Held[]) => {
  i18n.global.locale.value = 'sv'
  return spokenHeld(before, now, view, useVoice())?.replace(/\s/g, ' ')
}

it('says where, why and what the budget comes to when an edit is refused', () => {
  expect(told([], [conflict])).toMatch(
    /^Inte sparat\. .+, Mån: Kim Ek ändrade cellen .+\. Budgetens summa är 420 000 kronor\.$/,
  )
})

it('counts those that are refused at once', () => {
  expect(told([], [conflict, { ...conflict, id: 'line-rent amount' }])).toBe(
    '2 ändringar är inte sparade. Budgetens summa är 420 000 kronor.',
  )
})

it('says nothing of what was held before, nor of what nobody sent', () => {
  const unreadable = { kind: 'unreadable', code: 'BAD_NUMBER', details: {} } as const
  expect(told([conflict], [conflict])).toBeUndefined()
  expect(told([conflict], [])).toBeUndefined()
  expect(told([], [{ ...conflict, objection: unreadable }])).toBeUndefined()
})
