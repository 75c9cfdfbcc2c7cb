import 'reflect-metadata'
import { Fault } from '@andel/schema/fault'
import { describe, expect, it } from 'vitest'
import { County } from '../municipality/county.entity.ts'
import { openDatabase } from '../database/open-database.ts'
import { loggableError } from './loggable-error.ts'

const told = (error: unknown): string => JSON.stringify(loggableError(error))

async function faultOf(action: () => unknown): Promise<unknown> {
  try {
    await action()
  } catch (error) {
    return error
  }
  throw new Error('nothing went wrong')
}

describe('what the log tells of an error', () => {
  it('of the database has no statement and no value', async () => {
    const orm = await openDatabase({ dataDir: '', databaseUrl: 'sqlite::memory:' })
    try {
      const insert = "insert into `county` (`code`, `name`) values ('99', 'Annas hemlighet')"
      await orm.em.execute(insert)
      const error = await faultOf(() => orm.em.fork().insert(County, { code: '99', name: 'x' }))
      expect(loggableError(error)).toMatchObject({
        type: 'UniqueConstraintViolationException',
        message: 'UNIQUE constraint failed: county.code',
      })
      expect(loggableError(error).stack!.join()).toContain('at ')

      // An expression that is wrong is told with the text around it.
      const told = loggableError(await faultOf(() => orm.em.execute("select 'Anna' 'hemlig' x y")))
      expect(JSON.stringify(told)).not.toMatch(/Anna|hemlig|select/)
    } finally {
      await orm.close()
    }
  })

  it('of a database that tells what was to be stored has neither that', () => {
    const driver = Object.assign(new Error('invalid input syntax for type integer: "Annas"'), {
      detail: 'Key (email)=(anna@ragunda.example) already exists.',
    })
    const error = Object.assign(new Error("insert into x values ('Annas') - " + driver.message), {
      cause: driver,
      sqlState: '22P02',
      query: "insert into x values ('Annas')",
    })
    driver.message += '\n - detail: Key (email)=(anna@ragunda.example) already exists.'
    for (const one of [error, new Error('while saving', { cause: error })]) {
      expect(told(one)).not.toMatch(/Anna|anna@|insert/)
      expect(told(one)).toContain('invalid input syntax')
    }
  })

  it('of a parser has nothing of what it read', async () => {
    const error = await faultOf(() => JSON.parse('Annas hemlighet'))
    expect(String(error)).toContain('Annas')
    expect(told(error)).not.toContain('Annas')
    expect(told(error)).toContain('is not valid JSON')
  })

  it('has no lines that a message brought along', () => {
    const error = new Error('a\n    at forged (place.ts:1:1)\nb')
    expect(loggableError(error).stack!.join()).not.toContain('forged')
  })

  it('says what it can of a fault and of what is no error', () => {
    expect(loggableError(new Fault('NOT_FOUND'))).toMatchObject({ code: 'NOT_FOUND' })
    expect(loggableError('Annas hemlighet')).toEqual({ type: 'string', message: 'not an error' })
  })

  it('ends with errors that go round', () => {
    const error = new Error('round')
    error.cause = error
    expect(told(error).match(/round/g)!.length).toBeLessThan(10)
  })
})
