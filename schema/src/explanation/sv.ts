import type { Words } from './words.ts'

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
]

const places = [
  '',
  'största',
  'näst största',
  'tredje största',
  'fjärde största',
  'femte största',
  'sjätte största',
  'sjunde största',
  'åttonde största',
  'nionde största',
  'tionde största',
]

function nth(place: number): string {
  const tail = [1, 2].includes(place % 10) && ![11, 12].includes(place % 100) ? ':a' : ':e'
  return places[place] ?? `${place}${tail} största`
}

function genitive(name: string): string {
  return /[sxz]$/i.test(name) ? name : `${name}s`
}

const quality = {
  PUBLISHED: 'publicerad uppgift',
  DERIVED: 'härledd uppgift',
  SECONDARY: 'uppgift från en andrahandskälla',
  CORRECTED: 'rättad uppgift',
}

/** Svenska: så som en ekonom skriver i en tjänsteskrivelse. */
export const sv: Words = {
  date: (year, month, day) => `${day} ${months[month - 1]} ${year}`,
  list: (items) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} och ${items.at(-1)}`,
  participants: (count) => `${count} deltagare`,
  total: ({ name, total, count }) =>
    `${genitive(name)} del av hela budgeten är ${total}: summan av andelarna i ${count === '1' ? 'en rad' : `${count} rader`}.`,
  currency: (code) => (code === 'SEK' ? 'kr' : code),

  line: ({ description }) => (description ? `raden ”${description}”` : 'raden'),
  bears: ({ name, share, line }) => `${genitive(name)} andel av ${line} är ${share}.`,
  standsOutside: ({ name, line }) =>
    `${name} omfattas inte av ${line} och bär ingen del av den. Det är inte detsamma som en andel på noll kronor.`,

  typedAmount: ({ amount }) => `Radens belopp är ${amount}.`,
  noAmount: () => 'Raden har ännu inget belopp och räknas som noll.',
  position: ({ amount, workload, months: count, oneMonth, monthlyCost }) =>
    `Radens belopp är ${amount}: ${workload} av heltid × ${count} ${oneMonth ? 'månad' : 'månader'} × ${monthlyCost} per månad.`,
  revenue: () =>
    'Raden är en intäkt: beloppet fördelas utan tecken, och varje andel får sedan minustecken.',
  negative: () =>
    'Beloppet är negativt: det fördelas utan tecken, och varje andel får sedan minustecken.',
  leftOut: ({ names }) => `Raden omfattar inte ${names}.`,

  about: 'cirka ',
  shareOfAmount: ({ share, amount, exact }) => `${share} av ${amount} är ${exact}.`,
  kronorSteps: {
    ORE: 'hela ören',
    KRONA: 'hela kronor',
    TEN: 'hela tiotal kronor',
    HUNDRED: 'hela hundratal kronor',
    THOUSAND: 'hela tusental kronor',
  },
  multiplesOf: (unit) => `jämna ${unit}`,
  roundedDown: ({ units, floor }) => `Avrundat nedåt till ${units} är det ${floor}.`,
  moneyLeft: ({ left }) => `När alla andelar avrundats nedåt återstod ${left}.`,
  unitsToRemainders: ({ unit, count, receivers }) =>
    count === 1
      ? `Den som hade störst rest fick ${unit}: ${receivers}.`
      : `De ${count} som hade störst rest fick ${unit} var: ${receivers}.`,
  restToNext: ({ rest, unit, receiver }) =>
    `De sista ${rest}, som är mindre än ${unit}, gick till närmast följande: ${receiver}.`,
  restToLargest: ({ unit, receiver }) =>
    `Det är mindre än ${unit} och gick till den som hade störst rest: ${receiver}.`,
  allToLargest: ({ receiver }) =>
    `Allt som återstod gick till den som har störst andel: ${receiver}.`,
  allToNamed: ({ receiver }) =>
    `Allt som återstod gick till den som nyckeln pekar ut: ${receiver}.`,
  placeReceived: ({ name, place, received, share }) =>
    `${name} hade den ${nth(place)} resten och fick ${received} till, sammanlagt ${share}.`,
  placeNothing: ({ name, place, share }) =>
    `${name} hade den ${nth(place)} resten och fick inget av detta: andelen är ${share}.`,
  noRemainder: ({ name, share }) => `För ${name} gick det jämnt ut: andelen är ${share}.`,
  heirReceived: ({ name, received, share }) =>
    `${name} fick därför ${received} till, sammanlagt ${share}.`,
  keepsFloor: ({ name, share }) => `${name} har därför kvar ${share}.`,
  byCode: () => 'Lika stora rester ordnas efter kommunkod, lägst kod först.',
  roundedAlone: ({ units, share }) =>
    `Varje andel avrundas för sig till ${units} (halva avrundas uppåt): ${share}.`,
  negated: ({ share }) => `Med minustecken är andelen ${share}.`,
  difference: ({ difference }) =>
    `Eftersom andelarna avrundas var för sig har raden en avrundningsdifferens på ${difference}, som redovisas för sig.`,
  steps: (count) => `${count} steg`,
  stepsExact: ({ exact, step }) =>
    `Andelen avrundas till hela steg om ${step} innan beloppet fördelas. Oavrundad är den ${exact} steg.`,
  stepsLeft: ({ inAll, count, spare }) =>
    count === 0
      ? `Alla ${inAll} steg gick jämnt ut.`
      : `Av ${inAll} steg återstod ${spare} när alla andelar avrundats nedåt.`,
  stepsRounded: ({ steps, percent }) => `Den avrundade andelen är ${steps}, alltså ${percent}.`,
  stepsAlone: ({ steps, percent }) =>
    `Varje andel avrundas för sig (halva steg avrundas uppåt): ${steps}, alltså ${percent}.`,
  stepsTogether: ({ percent }) => `De avrundade andelarna är tillsammans ${percent}.`,

  weight: ({ weight, sum, count, percent }) =>
    count === '1'
      ? `Vikten är ${weight} av ${sum}, alltså ${percent}.`
      : `Vikten är ${weight} av de ${count} deltagarnas sammanlagt ${sum}, alltså ${percent}.`,
  blended: ({ parts, weight, sum, percent }) =>
    `Nyckeln väger samman ${parts}. Sammanvägd är vikten ${weight} av ${sum}, alltså ${percent}.`,
  part: ({ percent, basis }) => `${percent} ${basis}`,
  basisName: {
    POPULATION: 'efter folkmängd',
    EQUAL: 'lika',
    FIXED: 'efter fasta procenttal',
    USE: 'efter nyttjande',
  },

  partOfKey: ({ percent, text }) => `${percent} av beloppet fördelas så här. ${text}`,
  inhabitants: ({ name, date, value }) => `${name} hade ${value} invånare den ${date}.`,
  source: ({ source, quality: kind }) => `Källa: ${source}${kind ? ` (${quality[kind]})` : ''}.`,
  revision: ({ revision }) => `Det är version ${revision} av uppgiften.`,
  figureNote: ({ note }) => `Anmärkning till uppgiften: ${note}`,
  equal: ({ count }) =>
    count === '1' ? 'Den enda deltagaren bär allt.' : `Alla ${count} deltagare väger lika mycket.`,
  fixed: ({ name, percent }) => `Det fasta procenttalet för ${name} är ${percent}.`,
  fixedOfRest: ({ sum }) =>
    `De som omfattas av raden har tillsammans ${sum}, och procenttalen räknas om efter det.`,
  use: ({ name, statistic, period, value }) =>
    `Nyttjandet mäts med ”${statistic}”${period ? ` för ${period}` : ''}: ${name} hade ${value}.`,
  lifted: ({ floor }) => `Det är under nyckelns lägsta värde och räknas därför som ${floor}.`,
  notLifted: ({ floor, name }) => `Nyckelns lägsta värde, ${floor}, berör inte ${name}.`,
  byMonths: ({ name, months: count, value, weight }) =>
    `${name} deltar ${count} av årets 12 månader: ${value} × ${count} = ${weight}.`,
  partSum: ({ weight, sum, count }) =>
    `I den delen är vikten ${weight} av de ${count} deltagarnas sammanlagt ${sum}.`,

  key: ({ name }) => `Fördelningsnyckeln är ”${name}”.`,
  shareRounding: (step) =>
    ({
      NONE: 'Andelarna avrundas inte.',
      ONE: 'Andelarna avrundas till hela procent.',
      TENTH: 'Andelarna avrundas till 0,1\u00a0%.',
      HUNDREDTH: 'Andelarna avrundas till 0,01\u00a0%.',
    })[step],
  amountRounding: (units) => `Beloppen avrundas till ${units}.`,
  residual: (rule, named) =>
    ({
      LARGEST_REMAINDER:
        'Det som blir över går till de största resterna, vid lika rest i kommunkodsordning.',
      LARGEST_SHARE: 'Det som blir över går till den som har störst andel.',
      NAMED: `Det som blir över går till ${named}.`,
      EACH_ALONE:
        'Varje andel avrundas för sig, och det som blir över redovisas som en avrundningsdifferens.',
    })[rule],
  agreement: ({ title, date, decision }) =>
    `Fördelningen följer av avtalet ”${title}”, som gäller från den ${date}${decision ? ` (${decision})` : ''}.`,
  decision: ({ decision }) => `Beslut om raden: ${decision}.`,
  note: ({ note }) => `Anmärkning: ${note}`,
}
