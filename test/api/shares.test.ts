import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

const shares = `{ jointService(slug: "familjehemscentrum") { budget(year: 2022) {
  total participants { name }
  lines { description amount note decision moneySource shares { municipality { code name } share weight exactShare amount } }
  shares { municipality { name } amount share }
} } }`

describe('SocSam 2022-06-03 § 33 through the API', () => {
  it('has the line of 300 000 kr with the seven decided amounts, and nothing for Berg', async () => {
    const { budget } = (await api.data(shares)).jointService
    const line = budget.lines.find((one: Loose) => one.moneySource === 'NEW_MONEY')
    expect(line.amount).toBe('300000.00')
    expect(line.decision).toBe('SocSam 2022-06-03 § 33')
    expect(line.note).toContain('1 nov 2021')
    expect(
      line.shares.map((share: Loose) => [
        share.municipality.name,
        share.share,
        share.amount,
        share.exactShare,
      ]),
    ).toEqual([
      ['Ragunda', '4.2', '12600.00', '5210/124919'],
      ['Bräcke', '4.9', '14700.00', '6175/124919'],
      ['Krokom', '12.3', '36900.00', '15352/124919'],
      ['Strömsund', '9.2', '27600.00', '11473/124919'],
      ['Åre', '9.8', '29400.00', '12271/124919'],
      ['Härjedalen', '8.1', '24300.00', '10114/124919'],
      ['Östersund', '51.5', '154500.00', '64324/124919'],
    ])
    expect(budget.participants).toHaveLength(7)
    expect(JSON.stringify(budget)).not.toContain('Berg"')
  })

  it('sums the lines to the budget, participant by participant', async () => {
    const { budget } = (await api.data(shares)).jointService
    const ore = (money: string): number => Math.round(Number(money) * 100)
    for (const [index, total] of budget.shares.entries()) {
      const sum = budget.lines.reduce(
        (all: number, line: Loose) => all + ore(line.shares[index].amount),
        0,
      )
      expect(ore(total.amount)).toBe(sum)
    }
    const all = budget.shares.reduce((sum: number, share: Loose) => sum + ore(share.amount), 0)
    expect(all).toBe(ore(budget.total))
  })

  it.each([
    ['SV', ['12 600,00 kr', '5 210 invånare', '31 december 2021', 'SocSam 2021-10-08 § 48']],
    ['EN', ['5 210', '31 December 2021', 'SocSam 2021-10-08 § 48']],
  ])(
    'explains a share in %s, from the amount to the source and the agreement',
    async (language, parts) => {
      const { jointService } =
        await api.data(`{ jointService(slug: "familjehemscentrum") { budget(year: 2022) {
      lines { moneySource shares { explanation(language: ${language}) } } shares { explanation(language: ${language}) } } } }`)
      const line = jointService.budget.lines.find((one: Loose) => one.moneySource === 'NEW_MONEY')
      const words = line.shares[0].explanation.replaceAll('\u00a0', ' ')
      for (const part of parts) expect(words).toContain(part)
      expect(jointService.budget.shares[0].explanation.split('\n')).toHaveLength(6)
    },
  )

  it('gives the same amounts whatever the language and whatever a municipality is called', async () => {
    const before = (await api.data(shares)).jointService.budget.shares.map(
      (share: Loose) => share.amount,
    )
    await using renamed = await Api.start() // nothing has been read here that could be kept
    await renamed.app.orm.em
      .getConnection()
      .execute(`update municipality set name = 'Aragunda' where code = '2303'`)
    const { budget } = (await renamed.data(shares)).jointService
    expect(budget.participants[0].name).toBe('Aragunda')
    expect(budget.shares.map((share: Loose) => share.amount)).toEqual(before)
  })
})
