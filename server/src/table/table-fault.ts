import { Fault, type FaultDetails } from '@andel/schema/fault'
import type { Sentence } from '../http/sentence.ts'

type Tell = (details: FaultDetails) => Sentence

/** Why a query cannot be a table, or a table not be read to its end; with what its sentence names. */
const sentences = {
  NOT_A_QUERY: () => ({
    sv: 'Bara en fråga (query) kan bli en tabell, inte en ändring.',
    en: 'Only a query can become a table, not a change.',
  }),
  SEVERAL_OPERATIONS: () => ({
    sv: 'Texten har flera frågor. Ange vilken som ska läsas med operationName.',
    en: 'The text has several queries. Say which one to read by operationName.',
  }),
  NO_OPERATION: () => ({
    sv: 'Det finns ingen fråga med det namnet i texten.',
    en: 'The text has no query of that name.',
  }),
  SIBLING_LISTS: ({ first, second }) => ({
    sv: `Listorna ${first} och ${second} står bredvid varandra. En tabell kan bara följa en av dem: dela upp frågan i två.`,
    en: `The lists ${first} and ${second} stand side by side. A table can follow only one of them: split the query in two.`,
  }),
  SAME_COLUMN: ({ column }) => ({
    sv: `Två fält blir båda kolumnen ${column}. Ge det ena ett annat namn, som i nyttNamn: fält.`,
    en: `Two fields both become the column ${column}. Give one of them another name, as in newName: field.`,
  }),
  NESTED_LIST: ({ list }) => ({
    sv: `${list} är en lista av listor och kan inte bli en tabell.`,
    en: `${list} is a list of lists and cannot become a table.`,
  }),
  PAGE_TOO_SMALL: ({ list }) => ({
    sv: `${list} har fler poster än en sida rymmer, och bara den yttersta listan läses sida för sida. Begränsa den med filter eller first, eller börja frågan närmare den.`,
    en: `${list} has more entries than a page holds, and only the outermost list is read page by page. Limit it by a filter or by first, or begin the query closer to it.`,
  }),
  TOO_MANY_ROWS: ({ most }) => ({
    sv: `Ett kalkylblad rymmer högst ${most} rader. Hämta tabellen som CSV.`,
    en: `A worksheet holds at most ${most} rows. Fetch the table as CSV.`,
  }),
  TEXT_TOO_LONG: ({ column, most }) => ({
    sv: `En text i kolumnen ${column} är längre än de ${most} tecken som en cell rymmer. Hämta tabellen som CSV.`,
    en: `A text in the column ${column} is longer than the ${most} characters that a cell holds. Fetch the table as CSV.`,
  }),
  CHANGED_MEANWHILE: () => ({
    sv: 'Uppgifterna ändrades medan tabellen lästes. Hämta den igen.',
    en: 'The data changed while the table was read. Fetch it again.',
  }),
} satisfies Record<string, Tell>

export type TableReason = keyof typeof sentences

/** A refusal that has its own sentence; the code and `details.reason` are for programs. */
export class TableFault extends Fault {
  constructor(
    readonly reason: TableReason,
    details: FaultDetails = {},
  ) {
    super(reason === 'CHANGED_MEANWHILE' ? 'CHANGED_MEANWHILE' : 'NOT_A_TABLE', {
      reason,
      ...details,
    })
  }

  /** What is wrong and what to do. */
  get sentence(): Sentence {
    const tell: Tell = sentences[this.reason]
    return tell(this.details)
  }
}
