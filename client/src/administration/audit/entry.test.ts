import { describe, expect, it } from 'vitest'
import { detailsOf, filterOf, subjectOf } from './entry.ts'

const t = (key: string): string => key.replace(/^audit\./, '')

describe('an entry of the audit log', () => {
  it('says what it knows in words, and the rest as it is', () => {
    const details = {
      kind: 'TABLE',
      means: 'reading token',
      fields: 'name, email',
      writes: false,
      code: 'FORBIDDEN',
      municipality: null,
      sessions: 0,
      later: 'NEW_WORD',
    }
    expect(detailsOf({ details }, t)).toBe(
      'detail.kind: word.TABLE · detail.means: readingToken · detail.fields: word.name, word.email · detail.writes: no · later: NEW_WORD',
    )
  })

  it('says which right was missing', () => {
    const missing = (action: string) => detailsOf({ details: { action } }, t)
    expect(missing('budget.read')).toBe('detail.action: right.budget.read')
    expect(missing('later.read')).toBe('detail.action: later.read')
  })

  it('names what it was done to, or says what kind of thing', () => {
    const entry = { subject: btoa('SavedView:1f-2'), subjectName: null } as never
    expect(subjectOf(entry, t)).toBe('kindOf.SavedView')
    expect(subjectOf({ subject: 'x', subjectName: 'Anna' } as never, t)).toBe('Anna')
    expect(subjectOf({ subject: null, subjectName: null } as never, t)).toBe('')
  })
})

describe('a selection', () => {
  it('asks for nothing that has not been chosen, and for whole days', () => {
    const none = { action: '', actorId: '', outcome: '', from: '', to: '' } as const
    expect(filterOf(none)).toEqual({})
    const { from, to } = filterOf({ ...none, from: '2026-11-22', to: '2026-11-22' })
    expect(Date.parse(to!) - Date.parse(from!)).toBe(24 * 3_600_000 - 1)
  })
})
