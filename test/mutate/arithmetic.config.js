import { part } from './part.js'

/** Money, shares and what a budget comes to. */
export default {
  ...part('arithmetic', [
    'schema/src/{allocation,money}/*.ts',
    'schema/src/budget/*.ts',
    '!schema/src/budget/solve*.ts', // proposes; what it proposes is calculated by the rest
  ]),
  ignoreStatic: true, // constants, each of which would run every test
}
