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

const places = [
  '',
  'largest',
  'second largest',
  'third largest',
  'fourth largest',
  'fifth largest',
  'sixth largest',
  'seventh largest',
  'eighth largest',
  'ninth largest',
  'tenth largest',
]

function nth(place: number): string {
  const teen = [11, 12, 13].includes(place % 100)
  const tail = teen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
  return places[place] ?? `${place}${tail} largest`
}

const quality = {
  PUBLISHED: 'published figure',
  DERIVED: 'derived figure',
  SECONDARY: 'figure from a secondary source',
  CORRECTED: 'corrected figure',
}

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

  about: 'about ',
  shareOfAmount: ({ share, amount, exact }) => `${share} of ${amount} is ${exact}.`,
  kronorSteps: {
    ORE: 'whole öre',
    KRONA: 'whole kronor',
    TEN: 'whole tens of kronor',
    HUNDRED: 'whole hundreds of kronor',
    THOUSAND: 'whole thousands of kronor',
  },
  multiplesOf: (unit) => `multiples of ${unit}`,
  roundedDown: ({ units, floor }) => `Rounded down to ${units} that is ${floor}.`,
  moneyLeft: ({ left }) => `With every share rounded down, ${left} was left.`,
  unitsToRemainders: ({ unit, count, receivers }) =>
    count === 1
      ? `The largest remainder received ${unit}: ${receivers}.`
      : `The ${count} largest remainders received ${unit} each: ${receivers}.`,
  restToNext: ({ rest, unit, receiver }) =>
    `The last ${rest}, less than ${unit}, went to the next in order: ${receiver}.`,
  restToLargest: ({ unit, receiver }) =>
    `That is less than ${unit} and went to the largest remainder: ${receiver}.`,
  allToLargest: ({ receiver }) => `All that was left went to the largest share: ${receiver}.`,
  allToNamed: ({ receiver }) =>
    `All that was left went to the one whom the key names: ${receiver}.`,
  placeReceived: ({ name, place, received, share }) =>
    `${name} had the ${nth(place)} remainder and received another ${received}, ${share} in all.`,
  placeNothing: ({ name, place, share }) =>
    `${name} had the ${nth(place)} remainder and received nothing of it: the share is ${share}.`,
  noRemainder: ({ name, share }) => `For ${name} it came out even: the share is ${share}.`,
  heirReceived: ({ name, received, share }) =>
    `So ${name} received another ${received}, ${share} in all.`,
  keepsFloor: ({ name, share }) => `So ${name} stays at ${share}.`,
  byCode: () => 'Equal remainders are ordered by municipality code, lowest first.',
  roundedAlone: ({ units, share }) =>
    `Every share is rounded by itself to ${units} (halves are rounded up): ${share}.`,
  negated: ({ share }) => `With its minus sign the share is ${share}.`,
  difference: ({ difference }) =>
    `As the shares are rounded one by one, the line has a rounding difference of ${difference}, shown separately.`,
  steps: (count, one) => `${count} ${one ? 'step' : 'steps'}`,
  stepsExact: ({ exact, step }) =>
    `The share is rounded to whole steps of ${step} before the amount is shared out. Unrounded it is ${exact} steps.`,
  stepsLeft: ({ inAll, count, spare }) =>
    count === 0
      ? `All ${inAll} steps came out even.`
      : `Of ${inAll} steps ${spare} ${count === 1 ? 'was' : 'were'} left when every share was rounded down.`,
  stepsRounded: ({ steps, percent }) => `The rounded share is ${steps}, which is ${percent}.`,
  stepsAlone: ({ steps, percent }) =>
    `Every share is rounded by itself (half steps are rounded up): ${steps}, which is ${percent}.`,
  stepsTogether: ({ percent }) => `The rounded shares are ${percent} together.`,

  weight: ({ weight, sum, count, percent }) =>
    count === '1'
      ? `The weight is ${weight} out of ${sum}, which is ${percent}.`
      : `The weight is ${weight} out of ${sum} for the ${count} participants together, which is ${percent}.`,
  blended: ({ parts, weight, sum, percent }) =>
    `The key blends ${parts}. Blended, the weight is ${weight} out of ${sum}, which is ${percent}.`,
  part: ({ percent, basis }) => `${percent} ${basis}`,
  basisName: {
    POPULATION: 'by population',
    EQUAL: 'equally',
    FIXED: 'by fixed percentages',
    USE: 'by use',
  },

  partOfKey: ({ percent, text }) => `${percent} of the amount is shared out like this. ${text}`,
  inhabitants: ({ name, date, value }) => `${name} had ${value} inhabitants on ${date}.`,
  source: ({ source, quality: kind }) => `Source: ${source}${kind ? ` (${quality[kind]})` : ''}.`,
  revision: ({ revision }) => `It is revision ${revision} of the figure.`,
  figureNote: ({ note }) => `Note on the figure: ${note}`,
  equal: ({ count }) =>
    count === '1' ? 'The only participant bears all.' : `All ${count} participants weigh the same.`,
  fixed: ({ name, percent }) => `The fixed percentage of ${name} is ${percent}.`,
  fixedOfRest: ({ sum }) =>
    `Those whom the line concerns have ${sum} together, and the percentages are taken of that.`,
  use: ({ name, statistic, period, value }) =>
    `Use is measured by “${statistic}”${period ? ` for ${period}` : ''}: ${name} had ${value}.`,
  lifted: ({ floor }) => `That is below the floor of the key and counts as ${floor}.`,
  notLifted: ({ floor, name }) => `The floor of the key, ${floor}, does not concern ${name}.`,
  byMonths: ({ name, months: count, value, weight }) =>
    `${name} takes part for ${count} of the year's 12 months: ${value} × ${count} = ${weight}.`,
  partSum: ({ weight, sum, count }) =>
    `In that part the weight is ${weight} out of ${sum} for the ${count} participants together.`,

  key: ({ name }) => `The distribution key is “${name}”.`,
  shareRounding: (step) =>
    ({
      NONE: 'Shares are not rounded.',
      ONE: 'Shares are rounded to whole per cent.',
      TENTH: 'Shares are rounded to 0,1\u00a0%.',
      HUNDREDTH: 'Shares are rounded to 0,01\u00a0%.',
    })[step],
  amountRounding: (units) => `Amounts are rounded to ${units}.`,
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
