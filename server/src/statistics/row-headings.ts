import { readTimeCode } from './reference-date.ts'

/** What a column of rows holds. */
export type Heading =
  | { readonly role: 'code' | 'name' | 'date' | 'year' | 'content' | 'blank' | 'other' }
  | { readonly role: 'part'; readonly name: string }
  /** Figures: of one time, when the heading says it; of one thing, when it says what. */
  | { readonly role: 'value'; readonly time?: string; readonly content?: string }

type NamedRole = 'code' | 'name' | 'date' | 'year' | 'content' | 'part' | 'value'

/** Headings that are understood, Swedish and English, without marks and blanks. */
const names: readonly (readonly [NamedRole, RegExp])[] = [
  [
    'code',
    /^(kommun|region|municipality|lau|område)?s?(kod|code|nr|id)$|^(kod|code)(kommun|region)$/,
  ],
  [
    'name',
    /^(region|regioner|kommun|kommuner|kommunnamn|namn|name|municipality|municipalityname|område|regionnamn)$/,
  ],
  ['date', /^(datum|mätdatum|matdatum|date|refdate|referencedate|on|avstämningsdatum)$/],
  ['year', /^(år|ar|year|tid|time|period|månad|manad|month|kvartal|quarter)$/],
  ['content', /^(tabellinnehåll|contents?)$/],
  [
    'part',
    /^(kön|kon|sex|gender|ålder|alder|age|åldersgrupp|civilstånd|civilstand|maritalstatus)$/,
  ],
  [
    'value',
    /^(antal)?(invånare|invanare|folkmängd|folkmangd|befolkning|personer)(antal|totalt)?$|^(population|inhabitants|persons|antal|value|values|värde|count|total)$/,
  ],
]

const months =
  'januari februari mars april maj juni juli augusti september oktober november december'
    .split(' ')
    .concat('january february march april may june july august september october'.split(' '))
const dayInWords = new RegExp(`(?:^|\\s)(\\d{1,2}) (${months.join('|')}) (\\d{4})$`, 'i')

/** Reads a heading; `other` is a column that does not matter. */
export function readHeading(written: string): Heading {
  const text = written.trim()
  if (text === '') return { role: 'blank' }
  const timed = timedHeading(text)
  if (timed) return timed
  const bare = text.toLocaleLowerCase('sv').replace(/[^\p{L}]/gu, '')
  const role = names.find(([, pattern]) => pattern.test(bare))?.[0]
  if (role === 'part') return { role, name: text }
  if (role === 'value') return { role, content: text }
  return { role: role ?? 'other' }
}

/** "Folkmängd 2021", "2021M03", "31 december 2021": figures of one time. */
function timedHeading(text: string): Heading | undefined {
  const [words, day, month, year] = dayInWords.exec(text) ?? []
  const [, code] = /(?:^|\s)(\d{4}(?:[MKQ]\d{1,2}|-\d{2}(?:-\d{2})?)?)$/i.exec(text) ?? []
  const time =
    day === undefined
      ? code
      : `${year}-${String((months.indexOf(month!.toLowerCase()) % 12) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (time === undefined || !readTimeCode(time)) return undefined
  const content = text.slice(0, text.length - (day === undefined ? code! : words!).length).trim()
  return { role: 'value', time, ...(content !== '' && { content }) }
}
