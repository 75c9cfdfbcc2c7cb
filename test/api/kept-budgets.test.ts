import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { sendEdits } from './editing.ts'

// Budgets are kept between requests. What is answered must follow every edit of what they rest on.

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

async function budget(): Promise<Loose> {
  const found = await api.data(`{ jointService(slug: "familjehemscentrum") { budget(year: 2022) {
    sequence total agreement { id version } lines { id version note }
    shares { amount municipality { code } } populations { id on inhabitants revision municipality { code } } } } }`)
  return found.jointService.budget
}
const shareOf = ({ shares }: Loose, code: string): string =>
  shares.find((share: Loose) => share.municipality.code === code).amount

it('answers the same twice, and what an edit has made of it then', async () => {
  const before = await budget()
  expect(await budget()).toEqual(before)
  const [line] = before.lines
  await sendEdits(api, [
    { setLine: { lineId: line.id, version: line.version, fields: { note: 'Ny' } } },
  ])
  const after = await budget()
  expect(after.lines[0]).toEqual({ id: line.id, version: line.version + 1, note: 'Ny' })
  expect(after.sequence).toBeGreaterThan(before.sequence)
})

it('follows a population that is corrected elsewhere', async () => {
  const before = await budget()
  const { on, revision } = before.populations.find(
    (figure: Loose) => figure.municipality.code === '2303' && figure.on === '2021-12-31',
  )
  const input = `clientMutationKey: "6b2d3a80-6d56-4a46-9c22-7f2c1c5f4a11", figures: [{ municipalityCode: "2303",
    on: "${on}", inhabitants: 9210, source: "Prov", basedOnRevision: ${revision} }]`
  const { setPopulations } = await api.data(
    `mutation { setPopulations(input: { ${input} }) { applied } }`,
  )
  expect(setPopulations.applied).toBe(true)
  expect(shareOf(await budget(), '2303')).not.toBe(shareOf(before, '2303'))
})

it('follows an agreement, though no share of the year changes', async () => {
  const { agreement } = await budget()
  const { participations } = (
    await api.data(`{ agreement(id: "${agreement.id}") { participations { id from } } }`)
  ).agreement
  const input = `agreementId: "${agreement.id}", version: ${agreement.version},
    clientMutationKey: "f5d3a2a4-1a53-4b1e-8a52-0a6a6a2f1c07",
    edits: [{ setParticipation: { participationId: "${participations[0].id}", from: "${participations[0].from}", to: "2030-12-31" } }]`
  const { editAgreement } = await api.data(
    `mutation { editAgreement(input: { ${input} }) { applied } }`,
  )
  expect(editAgreement.applied).toBe(true)
  expect((await budget()).agreement.version).toBe(agreement.version + 1)
})
