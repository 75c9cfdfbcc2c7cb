import { randomUUID } from 'node:crypto'
import { type Chance, chanceFrom } from '../chaos/chance.ts'
import type { Api, Loose } from './api.ts'

const place = `municipality { code }`
const shares = `shares { ${place} weight exactShare share amount explanation }`

/** All that is told of a budget as it was. */
export const whole = `fragment whole on Budget {
  id title year state sequence total difference sumOk
  residual { amount bornBy { ${place} amount } }
  defaultKey { id }
  keys { id version name note shareStep amountStep residualRule named { code }
    bases { kind percent floor on percentages { ${place} percent } } }
  participants { code } participantMonths { ${place} months }
  populations { id ${place} on inhabitants source quality note revision }
  ${shares}
  sections { name total difference sumOk lines { id } shares { ${place} amount } }
  lines { id version place section kind description workload workloadFormula months monthsFormula
    monthlyCost monthlyCostFormula typedAmount amountFormula amount fault { code } moneySource
    key { id version name } excluded { code } openedTo { code } note decision difference sumOk ${shares} } }`

/** What was told at a moment. */
export interface Remembered {
  readonly sequence: number
  readonly time: string
  readonly budget: Loose
}

const mutations = {
  editBudget: `mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }`,
  editAgreement: `mutation ($input: EditAgreementInput!) { editAgreement(input: $input) { applied } }`,
  setPopulations: `mutation ($input: SetPopulationsInput!) { setPopulations(input: $input) { applied } }`,
}

const dates = ['2021-12-31', '2022-12-31', '2020-12-31']

/** Edits a budget, its figures and its agreement in every way, at random but always in the same way. */
export class Storm {
  private readonly removed: string[] = []
  private readonly chance: Chance

  constructor(
    private readonly api: Api,
    private readonly budgetId: string,
    seed: number,
  ) {
    this.chance = chanceFrom(seed)
  }

  /** What is told now, and the moment. */
  async remember(): Promise<Remembered> {
    const { budget, changes } = await this.api.data(
      `query ($id: ID!) { budget(id: $id) { ...whole } changes(last: 1) { nodes { sequence at } } } ${whole}`,
      { id: this.budgetId },
    )
    const { sequence, at: time } = changes.nodes[0]
    return { sequence, time, budget }
  }

  /** Sends a batch. @returns whether it was accepted */
  async batch(budget: Loose): Promise<boolean> {
    if (this.one(6) === 0) return this.editAgreement()
    if (this.one(6) === 0) return this.setPopulations(budget)
    const edits = Array.from({ length: 1 + this.one(3) }, () => this.edit(budget))
    return this.send('editBudget', { budgetId: this.budgetId, edits })
  }

  private edit(budget: Loose): object {
    const line = this.of<Loose>(budget.lines)
    const { id: lineId, version } = line
    const afterLineId = this.one(4) ? this.of<Loose>(budget.lines).id : null
    const key = this.of<Loose>(budget.keys)
    const based = { keyId: key.id, version: key.version }
    const fields = this.fields(budget)
    const what = this.one(10)
    switch (what === 1 && budget.lines.length < 6 ? 0 : what) {
      case 0:
        return { addLine: { afterLineId, fields } }
      case 1:
        this.removed.push(lineId)
        return { removeLine: { lineId, version } }
      case 2:
        return { restoreLine: { lineId: this.of(this.removed) ?? lineId } }
      case 3:
        return { moveLine: { lineId, version, afterLineId } }
      case 4:
        return { setKey: { ...based, key: this.key() } }
      case 5:
        return { addKey: { key: this.key() } }
      case 6:
        return { removeKey: based }
      case 7:
        return { setPopulation: this.figure(budget) }
      default:
        return { setLine: { lineId, version, fields } }
    }
  }

  private fields(budget: Loose): object {
    const own = {
      section: this.of(['', 'Drift', 'Personal']),
      description: `Rad ${this.one(1000)}`,
      note: this.of(['', 'En anteckning']),
      kind: this.of(['COST', 'COST', 'REVENUE']),
      keyId: this.of<Loose>(budget.keys).id,
      excluded: this.one(3) ? [] : [this.of<Loose>(budget.participants).code],
      ...(this.one(2)
        ? { monthlyCost: null, amount: `${this.one(900_000)}.50`, amountFormula: '=1+1' }
        : { monthlyCost: `${this.one(60_000)}.00`, workload: this.one(700), months: '7.5' }),
    }
    const names = Object.keys(own).filter(() => this.one(3) > 0)
    const money = names.includes('amount') || !names.includes('amountFormula')
    return Object.fromEntries(Object.entries(own).filter(([name]) => names.includes(name) && money))
  }

  private key(): object {
    const on = this.of(dates)
    return {
      name: `Nyckel ${this.one(100)}`,
      note: this.of([null, 'Efter beslut']),
      shareStep: this.of(['NONE', 'TENTH']),
      amountStep: this.of(['ORE', 'HUNDRED']),
      residualRule: this.of(['LARGEST_REMAINDER', 'EACH_ALONE', 'LARGEST_SHARE', 'NAMED']),
      namedCode: this.of([null, '2380']),
      bases: this.of<object[]>([
        [{ kind: 'POPULATION', percent: 100, on }],
        [
          { kind: 'POPULATION', percent: 60, on },
          { kind: 'EQUAL', percent: 40 },
        ],
      ]),
    }
  }

  private figure(budget: Loose): object {
    const figure = this.of<Loose>(budget.populations)
    return {
      municipalityCode: figure.municipality.code,
      on: figure.on,
      inhabitants: figure.inhabitants + 1 + this.one(50),
      source: `Källa ${this.one(100)}`,
      basedOnRevision: figure.revision,
    }
  }

  /** Also of dates that no key of the budget uses just now. */
  private async setPopulations(budget: Loose): Promise<boolean> {
    const on = this.of(dates)
    const { code } = this.of<Loose>(budget.participants)
    const { municipality } = await this.api.data(
      `{ municipality(code: "${code}") { population(on: "${on}") { revision inhabitants } } }`,
    )
    const { revision = 0, inhabitants = 5000 } = municipality.population ?? {}
    const figure = { municipalityCode: code, on, inhabitants: inhabitants + 3 }
    const figures = [{ ...figure, source: 'Rättad', basedOnRevision: revision }]
    return this.send('setPopulations', { figures })
  }

  private async editAgreement(): Promise<boolean> {
    const { agreements } = await this.api.data(
      '{ agreements { nodes { id version participations { id municipality { code } } } } }',
    )
    const { id: agreementId, version, participations } = agreements.nodes[0]
    const { id: participationId } = this.of<Loose>(participations)
    const year = 2022 + this.one(3)
    const from = this.of(['2022-01-01', '2022-05-01', `${year}-01-01`])
    const to = this.of([null, null, `${year}-10-31`])
    const edit = this.of<object>([
      { addParticipation: { municipalityCode: '2326', from, to } },
      { setParticipation: { participationId, from, to } },
      { removeParticipation: { participationId: participations.at(-1).id } },
      { removeParticipation: { participationId } },
    ])
    return this.send('editAgreement', { agreementId, version, edits: [edit] })
  }

  private async send(name: keyof typeof mutations, input: object): Promise<boolean> {
    const whole = { ...input, clientMutationKey: randomUUID() }
    const data = await this.api.data(mutations[name], { input: whole })
    return data[name].applied
  }

  /** From 0 to less than a number. */
  private one(below: number): number {
    return Math.floor(this.chance() * below)
  }

  private of<T>(some: readonly T[]): T {
    return some[this.one(some.length)]!
  }
}
