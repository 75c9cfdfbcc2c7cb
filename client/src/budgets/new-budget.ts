import { Fault } from '@andel/schema/fault'
import type { CreateBudgetChoicesQuery, CreateBudgetInput } from '@andel/schema/operations'
import type { Failure } from '../api/index.ts'
import type { TextKey, TextValues } from '../text/useText.ts'

/** What is known when the dialog opens. */
export interface NewBudgetStart {
  readonly slug?: string
  readonly year?: number
  readonly copyFromId?: string
}

/** The form as typed. An empty `copyFromId` is an empty budget, an empty date leaves the keys alone. */
export interface NewBudgetForm {
  slug: string
  year: string
  title: string
  copyFromId: string
  populationDate: string
}

export type Field = keyof NewBudgetForm
/** A sentence that stands at a field: its name, and what it quotes. */
export type Complaint = readonly [key: TextKey, values?: TextValues]
export type Complaints = Partial<Record<Field, Complaint | undefined>>

type Service = CreateBudgetChoicesQuery['jointServices']['nodes'][number]
type Budget = Service['budgets'][number]

const longestTitle = 200

/** What is wrong with the form, by field, before anything is sent. */
export function complaintsAbout(form: NewBudgetForm, service: Service | undefined): Complaints {
  const complaints: Complaints = {}
  const year = readYear(form.year)
  if (year === undefined) complaints.year = ['budgets.badYear']
  else if (budgetOf(service, year)) complaints.year = ['budgets.yearTaken', { year }]
  if (!form.title.trim()) complaints.title = ['budgets.noTitle']
  else if (form.title.trim().length > longestTitle) complaints.title = ['budgets.longTitle']
  return complaints
}

/** At which field the server's refusal belongs; nothing when it belongs to the whole form. */
export function complaintsFrom(
  failure: Failure,
  { year }: NewBudgetForm,
  date: (on: string) => string,
): Complaints {
  if (!(failure instanceof Fault)) return {}
  const { code, details } = failure
  if (code === 'ALREADY_EXISTS') return { year: ['budgets.yearTaken', { year }] }
  if (code === 'NOT_FOUND' && 'agreement' in details) {
    return { year: ['budgets.noAgreement', { year }] }
  }
  if (code === 'BAD_INPUT' && details['field'] === 'year') return { year: ['budgets.badYear'] }
  if (code === 'BAD_TEXT') return { title: ['faults.BAD_TEXT'] }
  if (code === 'POPULATION_MISSING' && typeof details['on'] === 'string') {
    return { populationDate: ['budgets.populationMissing', { date: date(details['on']) }] }
  }
  return {}
}

/** What to send. Ask `complaintsAbout` first. */
export function toInput(form: NewBudgetForm): CreateBudgetInput {
  return {
    jointServiceSlug: form.slug,
    year: Number(form.year),
    title: form.title.trim(),
    ...(form.copyFromId && { copyFromBudgetId: form.copyFromId }),
    ...(form.populationDate && { populationDate: form.populationDate }),
  }
}

/** The year after the newest budget, or this year when there is none. */
export function nextYear(service: Service | undefined, today: Date): number {
  const years = service?.budgets.map(({ year }) => year) ?? []
  return years.length > 0 ? Math.max(...years) + 1 : today.getFullYear()
}

/** The title of the source with its year replaced: "Budget 2022" becomes "Budget 2023". */
export function titleAfter(source: Budget, year: number): string | undefined {
  const old = String(source.year)
  return source.title.includes(old) ? source.title.replaceAll(old, String(year)) : undefined
}

export function budgetOf(service: Service | undefined, year: number): Budget | undefined {
  return service?.budgets.find((budget) => budget.year === year)
}

/** A year of four digits, from 1970 to 2200 as the server has it. */
export function readYear(text: string): number | undefined {
  const year = /^\s*\d{4}\s*$/.test(text) ? Number(text) : 0
  return year >= 1970 && year <= 2200 ? year : undefined
}
