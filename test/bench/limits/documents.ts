const times = (count: number, one: (index: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, index) => one(index)).join(between)

const listOf = (count: number, one: string): string => `[${times(count, () => one, ',')}]`
const municipality = (selection: string): string =>
  `{ municipality(code: "2303") { ${selection} } }`
const figure =
  'latestPopulation { municipality { code latestPopulation { municipality { name } } } }'

/** Documents that are just within the limits, each the dearest of its kind that was found, and a usual one to compare with. */
export const documents: Readonly<Record<string, string>> = {
  'a usual one': municipality('name latestPopulation { inhabitants }'),
  'a list of 3 900': `{ municipalities(filter: { codes: ${listOf(3900, '"2303"')} }) { totalCount } }`,
  'a list of 3 900 that do not fit': `{ municipalities(filter: { codes: ${listOf(3900, '1')} }) { totalCount } }`,
  '200 variables': `query (${times(200, (n) => `$v${n}: String!`)}) {
    municipalities(filter: { codes: [${times(200, (n) => `$v${n}`)}] }) { totalCount } }`,
  '190 types that there are not': `query (${times(190, (n) => `$v${n}: MunicipalityFiltr${n}`)}) { __typename }`,
  '90 fields that there are not': `{ ${times(90, (n) => `municipalitis${n}`)} }`,
  '30 times the same with 120 arguments': municipality('name').replace(
    '{ municipality',
    `{ ${times(30, () => `municipalities(filter: { codes: ${listOf(115, '"2303"')} }) { totalCount }`)} municipality`,
  ),
  '30 times the same, 5 deep': municipality(times(30, () => figure)),
  '30 fragments, each within the one before': `${municipality('...F0')} ${times(
    30,
    (n) => `fragment F${n} on Municipality { ${n < 29 ? `...F${n + 1}` : ''} ${figure} }`,
  )}`,
  '30 fragments side by side': `${municipality(times(30, (n) => `...F${n}`))} ${times(
    30,
    (n) => `fragment F${n} on Municipality { ${figure} }`,
  )}`,
  '20 places, each asked 11 times': municipality(
    times(11, () => `${figure} county { code name } participations { nodes { from to } }`),
  ),
  '30 operations with 12 fragments': `${times(
    30,
    (n) => `query Q${n} ${municipality(times(12, (m) => `...F${m}`))}`,
  )} ${times(12, (m) => `fragment F${m} on Municipality { county { code } }`)}`,
}
