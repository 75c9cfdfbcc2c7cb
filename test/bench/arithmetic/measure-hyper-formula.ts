// Runs in a process of its own, which the table ends when it takes too long.
import type { ShapeFigures } from './figures.ts'
import { buildSheet, setAmount, setPopulation } from './hyper-formula.ts'
import { medians } from './median.ts'
import { makeModel } from './model.ts'

const [participants = 7, lines = 10] = process.argv.slice(2).map(Number)
const model = makeModel({ participants, lines })
const start = performance.now()
const engine = buildSheet(model)
const firstBuild = performance.now() - start

const subject = 'hyperFormula'
const full =
  firstBuild > 5_000
    ? { [subject]: firstBuild } // once is enough: see the note of the table
    : medians({ [subject]: () => void buildSheet(model) }, { rounds: 5, ms: 5_000 })
const oneAmount = medians(
  { [subject]: (round) => setAmount(engine, lines >> 1, 1_000_000 + round) },
  { rounds: 15, ms: 3_000 },
)
const onePopulation = medians(
  { [subject]: (round) => setPopulation(engine, participants >> 1, 10_000 + (round % 97)) },
  { rounds: 5, ms: 5_000 },
)

const figures: ShapeFigures = { full, oneAmount, onePopulation }
process.send!(figures)
