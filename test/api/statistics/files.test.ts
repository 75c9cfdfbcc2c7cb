import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

const query = `query ($file: Upload!, $dateKind: PopulationDateKind, $on: Date) {
  readPopulationFile(file: $file, dateKind: $dateKind, on: $on) {
    format title source quality asks problemCount problems { code row region }
    figures { municipality { code } on inhabitants state before { inhabitants revision } } } }`

/** Sends a file as a browser does. */
async function send(name: string, content: string | Uint8Array, more: object = {}): Promise<Loose> {
  const form = new FormData()
  form.set('operations', JSON.stringify({ query, variables: { file: null, ...more } }))
  form.set('map', JSON.stringify({ file: ['variables.file'] }))
  form.set('file', new File([new Uint8Array(Buffer.from(content))], name))
  const response = await api.fetch(`/graphql`, {
    method: 'POST',
    headers: { 'apollo-require-preflight': 'yes' },
    body: form,
  })
  return await response.json()
}
const proposed = async (...file: Parameters<typeof send>): Promise<Loose> =>
  (await send(...file)).data.readPopulationFile

const mutation = `mutation ($input: SetPopulationsInput!) { setPopulations(input: $input) {
  applied problems { code } conflicts { edit } figures { revision quality source }
  changes { batch reason } effects { budget { year } shares { municipality { code } before after } } } }`
const set = async (figures: object[], more: object): Promise<Loose> => {
  const input = { clientMutationKey: randomUUID(), figures, ...more }
  return (await api.data(mutation, { input })).setPopulations
}

describe('a file of figures', () => {
  it('becomes a proposal beside what is stored, and then one batch', async () => {
    const lines = [
      '"region","Folkmängd 31 december 2021"',
      '"2303 Ragunda",5400',
      '"2305 Bräcke",6175',
      '"0180 Stockholm",978770',
      '"23 Jämtlands län",1',
    ]
    const proposal = await proposed('hämtat.txt', Buffer.from(lines.join('\r\n'), 'latin1'))
    expect(proposal).toMatchObject({
      format: 'ROWS',
      quality: 'SECONDARY',
      asks: null,
      problems: [{ code: 'COUNTY', row: 5, region: '23 Jämtlands län' }],
    })
    expect(proposal.source).toMatch(/^hämtat\.txt, inläst \d{4}-/)
    expect(
      proposal.figures.map((one: Loose) => [
        one.municipality.code,
        one.inhabitants,
        one.state,
        one.before?.inhabitants,
      ]),
    ).toEqual([
      ['0180', 978_770, 'NEW', undefined],
      ['2303', 5400, 'CHANGED', 5210],
      ['2305', 6175, 'SAME', 6175],
    ])

    const figures = proposal.figures
      .filter(({ state }: Loose) => state !== 'SAME')
      .map(({ municipality, on, inhabitants, before }: Loose) => ({
        municipalityCode: municipality.code,
        on,
        inhabitants,
        source: proposal.source,
        quality: proposal.quality,
        basedOnRevision: before?.revision ?? 0,
      }))
    const dry = await set(figures, { dryRun: true })
    expect([dry.applied, dry.effects[0].budget.year]).toEqual([false, 2022])
    const done = await set(figures, { reason: proposal.source })
    expect(done).toMatchObject({ applied: true, figures: [{ revision: 1 }, { revision: 2 }] })
    expect(done.effects).toEqual(dry.effects)
    expect(new Set(done.changes.map(({ batch }: Loose) => batch)).size).toBe(1)
    expect(done.changes[0].reason).toBe(proposal.source)
  })

  it('is asked about when it does not say its day', async () => {
    const file = ['folkmängd.csv', 'kod;2021\r\n2303;5210'] as const
    for (const nothing of [{}, { dateKind: null, on: null }])
      expect(await proposed(...file, nothing)).toMatchObject({ asks: 'DATE_KIND', figures: [] })
    const { figures } = await proposed(...file, { dateKind: 'NOVEMBER_1' })
    expect(figures).toMatchObject([{ on: '2021-11-01', inhabitants: 5210, state: 'CHANGED' }])
  })

  it.each([
    ['nothing', '', 'FILE_KIND'],
    ['a budget', 'Konto;Belopp\r\n5010;100', 'NOT_POPULATION'],
    ['half a table', '{"class":"dataset","id":["Region"]}', 'FILE_BROKEN'],
  ])('of %s is refused', async (_, content, code) => {
    const { errors } = await send('x.csv', content)
    expect(errors[0].extensions.code).toBe(code)
  })
})

it('takes every municipality and year at once', async () => {
  const { municipalities } = await api.data('{ municipalities(first: 300) { nodes { code } } }')
  const figures = municipalities.nodes.flatMap(({ code }: Loose) =>
    Array.from({ length: 24 }, (_, index) => ({
      municipalityCode: code,
      on: `${1970 + index}-11-01`,
      inhabitants: 10_000 + index,
      source:
        'SCB, TAB1267: Folkmängd 1 november efter region och år. Källa: SCB. (hämtad 2026-11-22)',
      basedOnRevision: 0,
    })),
  )
  const dry = await set(figures, { dryRun: true })
  expect([dry.problems, dry.conflicts]).toEqual([[], []])
  const done = await set(figures, {})
  expect([done.applied, done.figures.length]).toEqual([true, 290 * 24])
})
