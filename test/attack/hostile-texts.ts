import { randomUUID } from 'node:crypto'
import type { Loose } from '../api/api.ts'
import type { Visitor } from '../visitor.ts'

/** Markup, a script's address, a template and an attribute's end at once; where it was written follows. */
export const hostile = (field: string): string =>
  `javascript:alert(1)//"'><svg onload=alert(1)><img src=x onerror=alert(1)>{{constructor.constructor('alert(1)')()}} ${field}`

/** Where hostile texts now stand. */
export interface HostileTexts {
  readonly year: number
  readonly agreementId: string
  readonly personId: string
  readonly view: { readonly path: string; readonly token: string }
  /** What was written, by "Input.field". */
  readonly written: readonly string[]
}

const rounding = { shareStep: 'TENTH', amountStep: 'ORE', residualRule: 'LARGEST_REMAINDER' }
const problems = 'problems { field code message } conflicts { field }'

/**
 * Writes a hostile text into every field of the API that takes a text and keeps it.
 *
 * @param officer - of the demo, of Östersund; the first is its co-ordinator, the last its administrator
 * @throws what the API objects to
 */
export async function writeHostileTexts(
  coordinator: Visitor,
  officer: Visitor,
  admin: Visitor,
): Promise<HostileTexts> {
  const written = new Set<string>()
  const text = (field: string): string => {
    written.add(field)
    return hostile(field)
  }
  const mutate = async (
    name: string,
    input: object,
    asked: string,
    who = coordinator,
  ): Promise<Loose> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
    const { data, errors } = await who.send<Loose>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${asked} } }`,
      { input },
    )
    if (errors || data[name].problems?.length > 0) throw new Error(JSON.stringify(errors ?? data))
    return data[name]
  }
  const once = (): object => ({ clientMutationKey: randomUUID() })
  const key = (bases: object[]): object => ({
    ...rounding,
    name: text('KeyInput.name'),
    note: text('KeyInput.note'),
    bases,
  })

  const { data } = await coordinator.send<Loose>(
    `{ jointService(slug: "familjehemscentrum") { id budget(year: 2022) { id participants { code } } }
       agreements { nodes { id version } }
       municipality(code: "2303") { population(on: "2021-12-31") { revision inhabitants } } }`,
  )
  const { id: copyFromBudgetId, participants } = data.jointService.budget
  const agreement = data.agreements.nodes[0]
  const municipalityCode = '2303'
  const on = '2021-12-31'
  const { revision, inhabitants } = data.municipality.population

  await mutate(
    'setPopulations',
    {
      ...once(),
      figures: [
        {
          municipalityCode,
          on,
          inhabitants: inhabitants + 1,
          basedOnRevision: revision,
          source: text('SetPopulationInput.source'),
          note: text('SetPopulationInput.note'),
        },
      ],
      reason: text('SetPopulationsInput.reason'),
    },
    problems,
  )
  await mutate(
    'editAgreement',
    {
      ...once(),
      agreementId: agreement.id,
      version: agreement.version,
      edits: [{ setKey: { key: key([{ kind: 'POPULATION', percent: 100, on }]) } }],
      reason: text('EditAgreementInput.reason'),
    },
    problems,
  )

  const year = 2031
  const { budget } = await mutate(
    'createBudget',
    {
      jointServiceSlug: 'familjehemscentrum',
      year,
      title: text('CreateBudgetInput.title'),
      copyFromBudgetId,
    },
    'budget { id lines { id version } }',
  )
  const used = {
    kind: 'USE',
    percent: 100,
    statistic: text('BasisInput.statistic'),
    period: text('BasisInput.period'),
    source: text('BasisInput.source'),
    values: participants.map(({ code }: Loose, value: number) => ({
      municipalityCode: code,
      value: value + 1,
    })),
  }
  const { id: lineId, version: lineVersion } = budget.lines[0]
  const fields = {
    description: text('LineFieldsInput.description'),
    section: text('LineFieldsInput.section').slice(-100),
    decision: text('LineFieldsInput.decision'),
    note: text('LineFieldsInput.note'),
  }
  await mutate(
    'editBudget',
    {
      ...once(),
      budgetId: budget.id,
      edits: [
        { addKey: { key: key([used]) } },
        { setLine: { lineId, version: lineVersion, fields } },
      ],
      reason: text('EditBudgetInput.reason'),
    },
    problems,
  )

  const version = {
    budgetId: budget.id,
    name: text('NameBudgetVersionInput.name').slice(-200),
    note: text('NameBudgetVersionInput.note'),
  }
  await mutate('nameBudgetVersion', version, 'version { name note }')
  const remark = { lineId, municipalityCode: '2380', text: text('SetRemarkInput.text') }
  await mutate('setRemark', remark, 'remark { text }', officer)
  const comment = { budgetId: budget.id, lineId, text: text('AddCommentInput.text') }
  await mutate('addComment', comment, 'thread { comments { text } }', officer)

  const email = 'somebody@kommun.example'
  const { person } = await mutate(
    'createPerson',
    { name: text('CreatePersonInput.name'), email },
    'person { id }',
    admin,
  )
  const personId = person.id as string
  const another = { name: 'Somebody', email: `other-${email}` }
  const { person: renamed } = await mutate('createPerson', another, 'person { id }', admin)
  const name = text('UpdatePersonInput.name')
  await mutate('updatePerson', { personId: renamed.id, name }, 'person { id }', admin)

  const service = (type: string): object => ({
    name: text(`${type}.name`),
    body: text(`${type}.body`),
    description: text(`${type}.description`),
  })
  const made = service('CreateJointServiceInput')
  await mutate('createJointService', { ...made, slug: 'en' }, 'jointService { id }', admin)
  const next = { name: 'Två', body: 'Två', slug: 'tva' }
  const { jointService } = await mutate('createJointService', next, 'jointService { id }', admin)
  const change = { jointServiceId: jointService.id, ...service('UpdateJointServiceInput') }
  await mutate('updateJointService', change, 'jointService { id }', admin)

  const agreed = {
    ...once(),
    jointServiceId: data.jointService.id,
    title: text('CreateAgreementInput.title'),
    decision: text('CreateAgreementInput.decision'),
    note: text('CreateAgreementInput.note'),
    validFrom: '2040-01-01',
    noticePeriod: 'P1Y',
    defaultKey: key([{ kind: 'EQUAL', percent: 100 }]),
    participants: [{ municipalityCode }],
  }
  await mutate('createAgreement', agreed, 'problems { field code message }')
  const query = (field: string): string => `# ${text(field)}
    query ($slug: String!) { jointService(slug: $slug) { budget(year: ${year}) { lines { description section note } } } }`
  const view = {
    name: text('SaveViewInput.name'),
    query: query('SaveViewInput.query'),
    variables: { slug: 'familjehemscentrum', '"><svg onload=alert(1)>': hostile('variables') },
  }
  const { view: saved, token } = await mutate('saveView', view, 'token view { id path }')
  const other = { name: text('UpdateViewInput.name'), query: query('UpdateViewInput.query') }
  await mutate('updateView', { ...view, ...other, id: saved.id }, 'view { id }')
  const label = text('CreateTokenInput.name').slice(-100)
  await mutate('createToken', { name: label, days: 1 }, 'token { name }')
  const { path } = saved
  const agreementId = agreement.id as string
  return { year, agreementId, personId, view: { path, token }, written: [...written] }
}
