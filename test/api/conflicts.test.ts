import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { lineNamed, readSheet, sendEdits } from './editing.ts'

let api: Api
beforeEach(async () => {
  api = await Api.start()
})
afterEach(() => api[Symbol.asyncDispose]())

const reinforcement = 'Resursförstärkning, handläggare'

describe('two people, one cell', () => {
  it('gives the second a conflict with both values, and stores what they then choose', async () => {
    const line = await lineNamed(api, reinforcement)
    const set = (version: number, months: string): object => ({
      setLine: { lineId: line.id, version, fields: { months } },
    })
    await sendEdits(api, [set(line.version, '7')])
    const stale = await sendEdits(api, [set(line.version, '8')])
    expect(stale).toMatchObject({
      applied: false,
      problems: [],
      conflicts: [
        {
          edit: 0,
          entityId: line.id,
          field: 'months',
          yours: '8',
          current: '7',
          basedOnVersion: line.version,
          currentVersion: line.version + 1,
          changedBy: 'Demo Samordnare',
        },
      ],
    })
    expect(new Date(stale.conflicts[0].changedAt).getTime()).toBeCloseTo(Date.now(), -5)
    expect((await lineNamed(api, reinforcement)).months).toBe('7')
    const insisted = await sendEdits(api, [set(stale.conflicts[0].currentVersion, '8')])
    expect(insisted.applied).toBe(true)
    expect((await lineNamed(api, reinforcement)).months).toBe('8')
  })

  it('is no conflict when both want the same', async () => {
    const line = await lineNamed(api, reinforcement)
    const edit = { setLine: { lineId: line.id, version: line.version, fields: { months: '7' } } }
    await sendEdits(api, [edit])
    expect(await sendEdits(api, [edit])).toMatchObject({
      applied: true,
      conflicts: [],
      changes: [],
    })
  })

  it('holds for removing, moving, keys and populations as well', async () => {
    const {
      lines: [first, line],
      keys: [key],
      populations: [figure],
    } = await readSheet(api)
    const keyInput = (name: string): object => ({
      name,
      shareStep: key.shareStep,
      amountStep: 'ORE',
      residualRule: key.residualRule,
      bases: key.bases,
    })
    const population = (inhabitants: number): object => ({
      setPopulation: {
        municipalityCode: figure.municipality.code,
        on: figure.on,
        inhabitants,
        source: 'SCB',
        basedOnRevision: figure.revision,
      },
    })
    await sendEdits(api, [
      { setLine: { lineId: line.id, version: line.version, fields: { note: 'ändrad' } } },
      { moveLine: { lineId: first.id, version: first.version, afterLineId: line.id } },
      { setKey: { keyId: key.id, version: key.version, key: keyInput('Ett') } },
      population(5000),
    ])
    const { conflicts } = await sendEdits(api, [
      { removeLine: { lineId: line.id, version: line.version } },
      {
        moveLine: {
          lineId: first.id,
          version: first.version,
          afterLineId: (await readSheet(api)).lines.at(-1).id,
        },
      },
      { setKey: { keyId: key.id, version: key.version, key: keyInput('Två') } },
      population(6000),
    ])
    expect(
      conflicts.map((conflict: Loose) => [conflict.edit, conflict.field, conflict.yours]),
    ).toEqual([
      [0, '-', null],
      [1, 'place', expect.any(String)],
      [2, 'name', 'Två'],
      [3, 'inhabitants', 6000],
    ])
    expect(conflicts[0].current).toMatchObject({ note: 'ändrad' })
    expect(conflicts.map((conflict: Loose) => conflict.changedBy)).toEqual(
      Array(4).fill('Demo Samordnare'),
    )
  })
})

it('refuses an edit based on a version that never was', async () => {
  const { lines, keys } = await readSheet(api)
  const [line] = lines
  const answer = await sendEdits(api, [
    { setLine: { lineId: line.id, version: 9999, fields: { note: 'förbi' } } },
    { removeLine: { lineId: line.id, version: 0 } },
    { removeKey: { keyId: keys[0].id, version: 2 } },
  ])
  expect(answer.applied).toBe(false)
  expect(answer.problems).toMatchObject(
    [0, 1, 2].map((edit) => ({ edit, field: 'version', code: 'UNKNOWN_VERSION' })),
  )
})

describe('two people, different cells of one line', () => {
  it('do not collide', async () => {
    const line = await lineNamed(api, reinforcement)
    await sendEdits(api, [
      { setLine: { lineId: line.id, version: line.version, fields: { months: '7' } } },
    ])
    const other = await sendEdits(api, [
      { setLine: { lineId: line.id, version: line.version, fields: { note: 'Ny' } } },
    ])
    expect(other.applied).toBe(true)
    expect(await lineNamed(api, reinforcement)).toMatchObject({ months: '7', note: 'Ny' })
  })

  it('of twenty at once, all are stored and none twice', async () => {
    const { lines, sequence } = await readSheet(api)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        sendEdits(api, [
          {
            setLine: {
              lineId: lines[index % 5].id,
              version: 1,
              fields:
                index < 5
                  ? { note: `${index}` }
                  : index < 10
                    ? { decision: `${index}` }
                    : index < 15
                      ? { description: `${index}` }
                      : { workload: index },
            },
          },
        ]),
      ),
    )
    expect(answers.every((answer) => answer.applied)).toBe(true)
    const after = await readSheet(api)
    expect(after.lines.map((line: Loose) => line.version)).toEqual([5, 5, 5, 5, 5])
    expect(after.sequence).toBe(sequence + 20)
  })
})
