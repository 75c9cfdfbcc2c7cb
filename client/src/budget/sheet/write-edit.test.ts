import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import { sheetAnswer } from './example.ts'
import { newLocalId } from './local-ids.ts'
import { readSheet } from './read-sheet.ts'
import { writeEdit } from './write-edit.ts'

describe('writeEdit', () => {
  it('sends only the fields that are set, in the form of the API', () => {
    const fields = { months: 65, monthlyCost: ore(5_000_050), amount: null, note: '' }
    expect(writeEdit({ kind: 'setLine', lineId: 'line-33', fields }, 4, {})).toEqual({
      setLine: {
        lineId: 'line-33',
        version: 4,
        fields: { months: '6.5', monthlyCost: '50000.50', amount: null, note: '' },
      },
    })
  })

  it('waits for the id of what it names', () => {
    const line = newLocalId()
    const edit = { kind: 'moveLine', lineId: 'line-33', afterLineId: line } as const
    expect(writeEdit(edit, 1, {})).toBeUndefined()
    expect(writeEdit(edit, 1, { [line]: 'line-9' })).toEqual({
      moveLine: { lineId: 'line-33', version: 1, afterLineId: 'line-9' },
    })
  })

  it('adds at the end without naming a line', () => {
    const edit = { kind: 'addLine', lineId: newLocalId(), afterLineId: null } as const
    expect(writeEdit({ ...edit, fields: { keyId: 'key-1' } }, 0, {})).toEqual({
      addLine: { fields: { keyId: 'key-1' } },
    })
  })

  it('sends back a key as it was read', () => {
    const { version, ...key } = readSheet(sheetAnswer).keys['key-1']!
    expect(writeEdit({ kind: 'setKey', keyId: 'key-1', key }, version, {})).toEqual({
      setKey: {
        keyId: 'key-1',
        version: 3,
        key: {
          name: 'Befolkning 2021-12-31',
          note: null,
          bases: [{ kind: 'POPULATION', percent: 100, floor: null, on: '2021-12-31' }],
          shareStep: 'TENTH',
          amountStep: 'ORE',
          residualRule: 'LARGEST_REMAINDER',
          namedCode: null,
        },
      },
    })
  })

  it('bases a correction on the revision that was seen', () => {
    const figure = { code: '2303', on: '2021-12-31', inhabitants: 5300, source: 'SCB', note: null }
    expect(writeEdit({ kind: 'setPopulation', ...figure }, 2, {})).toMatchObject({
      setPopulation: { municipalityCode: '2303', inhabitants: 5300, basedOnRevision: 2 },
    })
  })
})
