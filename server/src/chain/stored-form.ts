import type { EntityClass, EntityProperty } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Agreement } from '../agreement/agreement.entity.ts'
import { Participation } from '../agreement/participation.entity.ts'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { BudgetLine } from '../budget/budget-line.entity.ts'
import { Budget } from '../budget/budget.entity.ts'
import { BaseFact } from '../history/base-fact.entity.ts'
import { Change } from '../history/change.entity.ts'
import { HistoryHead } from '../history/history-head.entity.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { PopulationFigure } from '../population/population-figure.entity.ts'
import { Unfit, nameOfRow } from './finding.ts'

type Row = Readonly<Record<string, unknown>>

const naming: readonly [EntityClass<object>, string, (key: unknown) => string][] = [
  [HistoryHead, 'id', () => 'The end of the log (history_head)'],
  [BaseFact, 'entity_id', (key) => `Base fact ${nameOfRow(String(key))}`],
  [Change, 'sequence', (key) => `Change ${String(key)}`],
  ...[
    JointService,
    Agreement,
    Budget,
    BudgetLine,
    PopulationFigure,
    Participation,
    DistributionKey,
  ].map((one): [EntityClass<object>, string, (key: unknown) => string] => [
    one,
    'id',
    (key) => `Stored ${one.name} ${String(key)}`,
  ]),
]

/**
 * Whether everything is stored in the form that Andel writes. SQLite takes any value in any column, and a query compares what
 * is stored: a truth that is 2, or a time that is a text, would be one thing when it is read and another when it is asked for.
 *
 * @throws {Unfit} for the first row that is not
 */
export async function expectStoredForm(em: EntityManager): Promise<void> {
  for (const [entity, key, nameOf] of naming) {
    const { tableName, props } = em.getMetadata().get(entity)
    for (const prop of props) await expectPlain(em, tableName, key, prop, nameOf)
    const json = props.filter(isJson).map((prop) => prop.fieldNames[0]!)
    if (json.length > 0) await expectPlainJson(em, tableName, key, json, nameOf)
  }
}

async function expectPlain(
  em: EntityManager,
  table: string,
  key: string,
  prop: EntityProperty,
  nameOf: (key: unknown) => string,
): Promise<void> {
  const form = formOf(prop)
  if (!form) return
  const column = `"${prop.fieldNames[0]!}"`
  const odd = `select "${key}" as key, ${column} as says from "${table}"
    where ${column} is not null and not (typeof(${column}) = 'integer'${form.condition(column)}) order by 1 limit 1`
  const [row] = await em.execute<Row[]>(odd)
  if (row)
    throw new Unfit({
      row: nameOf(row['key']),
      field: prop.name,
      says: row['says'],
      expected: form.name,
    })
}

interface Form {
  readonly name: string
  condition(column: string): string
}

const truth: Form = { name: '0 or 1', condition: (column) => ` and ${column} in (0, 1)` }
const whole: Form = { name: 'an integer', condition: () => '' }

function formOf({ runtimeType, columnTypes, persist }: EntityProperty): Form | undefined {
  if (persist === false || columnTypes?.length !== 1) return undefined
  if (runtimeType === 'boolean') return truth
  return /int|datetime/i.test(columnTypes[0]!) ? whole : undefined
}

const isJson = ({ columnTypes }: EntityProperty): boolean => columnTypes?.[0] === 'json'
const atOnce = 1000

/** JSON as the text that Andel writes: no name twice, of which a program reads the last and a person the first. */
async function expectPlainJson(
  em: EntityManager,
  table: string,
  key: string,
  columns: readonly string[],
  nameOf: (key: unknown) => string,
): Promise<void> {
  const list = columns.map((column) => `"${column}"`).join(', ')
  for (let last = Number.MIN_SAFE_INTEGER; ;) {
    const rows = await em.execute<Row[]>(
      `select rowid as place, "${key}" as key, ${list} from "${table}" where rowid > ${last} order by rowid limit ${atOnce}`,
    )
    for (const row of rows)
      for (const column of columns) {
        const says = row[column]
        if (typeof says === 'string' && !isPlainJson(says))
          throw new Unfit({
            row: nameOf(row['key']),
            field: column,
            says,
            expected: 'JSON as Andel writes it',
          })
      }
    if (rows.length < atOnce) return
    last = Number(rows.at(-1)!['place'])
  }
}

/** Texts, and what is between other things: some databases put spaces there. */
const spaces = /("(?:[^"\\]|\\.)*")|\s+/g

function isPlainJson(text: string): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === text.replace(spaces, '$1')
  } catch {
    return false
  }
}
