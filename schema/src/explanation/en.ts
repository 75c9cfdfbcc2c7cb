import type { Words } from './words.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const places = ['', 'largest', 'second largest', 'third largest', 'fourth largest', 'fifth largest']

function nth(place: number): string {
  const teen = [11, 12, 13].includes(place % 100)
  const tail = teen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
  return places[place] ?? `${place}${tail} largest`
}

const wholeUnits = {
  ORE: 'whole öre',
  KRONA: 'whole kronor',
  TEN: 'whole tens of kronor',
  HUNDRED: 'whole hundreds of kronor',
  THOUSAND: 'whole thousands of kronor',
}

const quality = {
  PUBLISHED: 'published figure',
  DERIVED: 'derived figure',
  SECONDARY: 'figure from a secondary source',
  CORRECTED: 'corrected figure',
}

const steps = (count: string, one: boolean) => `${count} ${one ? 'step' : 'steps'}`

/** English, second to Swedish: the same facts in the same order. */
export const en: Words = {
  date: (year, month, day) => `${day} ${months[month - 1]} ${year}`,
  list: (items) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`,
  participants: (count) => (count === '1' ? '1 participant' : `${count} participants`),
  total: ({ name, total, count }) =>
    `${name}'s part of the whole budget is ${total}: the sum of its shares of ${count === '1' ? 'one line' : `${count} lines`}.`,
  currency: (code) => (code === 'SEK' ? 'kr' : code),

  line: ({ description }) => (description ? `the line “${description}”` : 'the line'),
  bears: ({ name, share, line }) => `${name}'s share of ${line} is ${share}.`,
  standsOutside: ({ name, line }) =>
    `${name} is no party to ${line} and bears no part of it. That is not the same as a share of zero.`,

  typedAmount: ({ amount }) => `The amount of the line is ${amount}.`,
  noAmount: () => 'The line has no amount yet and counts as zero.',
  position: ({ amount, workload, months: count, oneMonth, monthlyCost }) =>
    `The amount of the line is ${amount}: ${workload} of full time × ${count} ${oneMonth ? 'month' : 'months'} × ${monthlyCost} a month.`,
  revenue: () =>
    'The line is a revenue: the amount is shared out without its sign, and every share is then negated.',
  negative: () =>
    'The amount is negative: it is shared out without its sign, and every share is then negated.',
  leftOut: ({ names }) => `The line does not concern ${names}.`,

  percentOfAmount: ({ share, amount, exact, even }) =>
    `${share} of ${amount} is ${even ? '' : 'about '}${exact}.`,
  wholeUnits: ({ step, floor }) => `Rounded down to ${wholeUnits[step]} that is ${floor}.`,
  moneyLeft: ({ left }) => `With every share rounded down, ${left} was left.`,
  unitsToRemainders: ({ unit, count, receivers }) =>
    count === 1
      ? `The largest remainder received ${unit}: ${receivers}.`
      : `The ${count} largest remainders received ${unit} each: ${receivers}.`,
  restToNext: ({ rest, unit, receiver }) =>
    `The last ${rest}, less than ${unit}, went to the next in order: ${receiver}.`,
  allToLargest: ({ receiver }) => `All that was left went to the largest share: ${receiver}.`,
  allToNamed: ({ receiver }) =>
    `All that was left went to the one whom the key names: ${receiver}.`,
  placeReceived: ({ name, place, received, share }) =>
    `${name} had the ${nth(place)} remainder and received another ${received}, ${share} in all.`,
  placeNothing: ({ name, place, share }) =>
    `${name} had the ${nth(place)} remainder and received nothing of it: the share is ${share}.`,
  heirReceived: ({ name, received, share }) =>
    `So ${name} received another ${received}, ${share} in all.`,
  negated: ({ share }) => `Negated, the share is ${share}.`,
  keepsFloor: ({ name, share }) => `So ${name} stays at ${share}.`,
  byCode: () => 'Equal remainders are ordered by municipality code, lowest first.',
  roundedAlone: ({ step, share }) =>
    `Every share is rounded by itself to ${wholeUnits[step]}, halves away from zero: ${share}.`,
  difference: ({ difference }) =>
    `As the shares are rounded one by one, the line has a rounding difference of ${difference}, shown separately.`,
  stepsExact: ({ exact, step, even }) =>
    `The share is rounded to whole steps of ${step} before the amount is shared out. Exactly it is ${even ? '' : 'about '}${exact} steps.`,
  stepsLeft: ({ inAll, count, spare }) =>
    count === 0
      ? `Of ${inAll} steps none was left when every share was rounded down.`
      : `Of ${inAll} steps ${spare} ${count === 1 ? 'was' : 'were'} left when every share was rounded down.`,
  stepsRounded: ({ count, one, percent }) =>
    `The rounded share is ${steps(count, one)}, which is ${percent}.`,
  stepsAlone: ({ count, one, percent }) =>
    `Every share is rounded by itself, halves up: ${steps(count, one)}, which is ${percent}.`,
  stepsTogether: ({ percent }) => `The rounded shares are ${percent} together.`,
  stepsReceived: steps,

  weight: ({ weight, sum, participants, percent }) =>
    `The weight is ${weight} out of ${sum} for ${participants}, which is ${percent}.`,
  blended: ({ parts, weight, sum, percent }) =>
    `The key blends ${parts}. Blended, the weight is ${weight} out of ${sum}, which is ${percent}.`,
  part: ({ percent, basis }) => `${percent} ${basis}`,
  basisName: {
    POPULATION: 'by population',
    EQUAL: 'equally',
    FIXED: 'by fixed percentages',
    USE: 'by use',
  },

  partOfKey: ({ percent, text }) => `For ${percent} of the amount: ${text}`,
  inhabitants: ({ name, date, value }) => `${name} had ${value} inhabitants on ${date}.`,
  source: ({ source, quality: kind }) => `Source: ${source}${kind ? ` (${quality[kind]})` : ''}.`,
  revision: ({ revision }) => `The figure has been corrected; this is revision ${revision}.`,
  figureNote: ({ note }) => `Note on the figure: ${note}`,
  equal: ({ participants }) => `It is shared equally: all ${participants} weigh the same.`,
  fixed: ({ name, percent }) => `The fixed percentage of ${name} is ${percent}.`,
  fixedOfRest: ({ sum }) =>
    `Those whom the line concerns have ${sum} together, and the percentages are taken of that.`,
  use: ({ name, statistic, period, value }) =>
    `Use by ${statistic}, ${period}: ${name} had ${value}.`,
  lifted: ({ floor }) => `That is below the floor of the key and counts as ${floor}.`,
  notLifted: ({ floor, name }) => `The floor of the key, ${floor}, does not concern ${name}.`,
  byMonths: ({ name, months: count, value, weight }) =>
    `${name} takes part for ${count} of the year's 12 months: ${value} × ${count} = ${weight}.`,
  basisSum: ({ sum, participants }) => `The sum for ${participants} is ${sum}.`,

  key: ({ name }) => `The distribution key is “${name}”.`,
  shareRounding: (step) =>
    ({
      NONE: 'Shares are not rounded.',
      ONE: 'Shares are rounded to whole per cent.',
      TENTH: 'Shares are rounded to 0,1\u00a0%.',
      HUNDREDTH: 'Shares are rounded to 0,01\u00a0%.',
    })[step],
  amountRounding: (step) => `Amounts are rounded to ${wholeUnits[step]}.`,
  residual: (rule, named) =>
    ({
      LARGEST_REMAINDER:
        'What is left over goes to the largest remainders, equal ones by municipality code.',
      LARGEST_SHARE: 'What is left over goes to the largest share.',
      NAMED: `What is left over goes to ${named}.`,
      EACH_ALONE:
        'Every share is rounded by itself, and what is left over is shown as a rounding difference.',
    })[rule],
  agreement: ({ title, date, decision }) =>
    `The distribution follows from the agreement “${title}”, valid from ${date}${decision ? ` (${decision})` : ''}.`,
  decision: ({ decision }) => `Decision on the line: ${decision}.`,
  note: ({ note }) => `Note: ${note}`,
}
