import { Fault } from '@andel/schema/fault'
import { describe, expect, it } from 'vitest'
import { Incident, Offline, readFailure } from './failure.ts'

const answered = (extensions?: Record<string, unknown>) => ({ graphQLErrors: [{ extensions }] })

describe('readFailure', () => {
  it('takes silence for being offline', () => {
    expect(readFailure({ graphQLErrors: [] })).toBeInstanceOf(Offline)
  })

  it('keeps the code and the details of a refusal', () => {
    const failure = readFailure(answered({ code: 'ALREADY_EXISTS', details: { year: 2023 } }))
    expect(failure).toBeInstanceOf(Fault)
    expect(failure).toMatchObject({ code: 'ALREADY_EXISTS', details: { year: 2023 } })
  })

  it('takes a code outside the closed list for an incident', () => {
    const failure = readFailure(answered({ code: 'INTERNAL_SERVER_ERROR', incident: 'a1b2' }))
    expect(failure).toBeInstanceOf(Incident)
    expect(failure).toMatchObject({ incident: 'a1b2' })
  })

  it('takes a request that makes no sense for refused, not for something to send again', () => {
    for (const code of ['BAD_USER_INPUT', 'BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED'])
      expect(readFailure(answered({ code }))).toMatchObject({ name: 'Fault', code: 'BAD_INPUT' })
  })

  it('does without an incident id', () => {
    expect(readFailure(answered())).toMatchObject({ incident: undefined })
  })
})
