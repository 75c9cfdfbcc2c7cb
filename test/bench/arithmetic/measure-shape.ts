// Runs in a process of its own: `<participants> <lines>` on the command line, the figures back as a message.
import { recalculate } from '@andel/schema/budget'
import type { ShapeFigures } from './figures.ts'
import { fullInBigInt, shareOutInBigInt } from './big-int.ts'
import { shareOutInDinero } from './dinero.ts'
import { makeLimit } from './limit.ts'
import { medians } from './median.ts'
import { budgetOf, makeModel, withAmount, withPopulation, type Model } from './model.ts'

/** Subjects that take longer than some seconds are measured on fewer lines and scaled. */
const slowFrom = 3_000_000
const slowLines = 100

const [participants = 7, lines = 10] = process.argv.slice(2).map(Number)
const model = makeModel({ participants, lines })
const facts = budgetOf(model)
const figures = recalculate(facts)
checkAgreement()

const scaled = participants * lines >= slowFrom
const sample: Model = scaled
  ? { ...model, lines: slowLines, amounts: model.amounts.slice(0, slowLines) }
  : model
const limit = makeLimit(model)
const ratios = Array.from(model.populations)
const weights = ratios.map(BigInt)
const line = Math.floor(lines / 2)
const amount = model.amounts[line]!
const somebody = Math.floor(participants / 2)
const inhabitants = model.populations[somebody]!
let present = figures

const full = medians(
  {
    andel: () => recalculate(facts),
    limit: () => limit.full(model.amounts),
    bigint: () => fullInBigInt(sample),
    dinero: () => sample.amounts.forEach((each) => shareOutInDinero(each, ratios)),
  },
  { rounds: 15, ms: 20_000 },
)
full.bigint *= lines / sample.lines
full.dinero *= lines / sample.lines

const oneAmount = medians(
  {
    andel: (round) => {
      present = recalculate(withAmount(present.facts, line, amount + (round % 1000)), present)
    },
    limit: (round) => limit.oneLine(line, amount + (round % 1000)),
    bigint: (round) => shareOutInBigInt(amount + (round % 1000), weights),
    dinero: (round) => shareOutInDinero(amount + (round % 1000), ratios),
  },
  { rounds: 25, ms: 5_000 },
)

const onePopulation = medians(
  {
    andel: (round) => {
      present = recalculate(withPopulation(facts, somebody, inhabitants + 1 + (round % 9)), present)
    },
    limit: (round) => {
      model.populations[somebody] = inhabitants + 1 + (round % 9)
      limit.full(model.amounts)
    },
  },
  { rounds: 15, ms: 10_000 },
)

const report: ShapeFigures & { scaled: boolean } = { full, oneAmount, onePopulation, scaled }
process.send!(report)

/** Every share is that of the limit, the first and last hundred lines are those of BigInt: before anything is timed. */
function checkAgreement(): void {
  const bare = makeLimit(model)
  bare.full(model.amounts)
  if (figures.totals.some((total, i) => total !== bare.totals[i])) throw new Error('totals differ')
  const bigints = Array.from(model.populations, BigInt)
  figures.lines.forEach(({ shares }, index) => {
    if (shares.some((share, i) => share !== bare.shares[index * participants + i])) {
      throw new Error(`line ${index} differs from the limit`)
    }
    if (index >= 100 && index < lines - 100) return
    const exact = shareOutInBigInt(model.amounts[index]!, bigints)
    if (exact.some((share, i) => share !== shares[i]))
      throw new Error(`line ${index} differs from BigInt`)
  })
}
