import { Fault } from '@andel/schema/fault'
import type { AdministeredServiceFragment } from '@andel/schema/operations'
import type { Failure } from '../../api/index.ts'
import type { TextKey, TextValues } from '../../text/useText.ts'
import { isSlug } from './propose-slug.ts'

/** A joint service as typed. */
export interface ServiceForm {
  name: string
  slug: string
  body: string
  description: string
}

export type Field = keyof ServiceForm
/** A sentence that stands at a field: its name, and what it quotes. */
type Complaint = readonly [key: TextKey, values?: TextValues]
export type Complaints = Partial<Record<Field, Complaint | undefined>>

const most = { name: 200, body: 200, description: 2000 } as const

export function formOf(present: AdministeredServiceFragment | undefined): ServiceForm {
  const { name = '', slug = '', body = '', description = '' } = present ?? {}
  return { name, slug, body, description }
}

/** What is wrong with the form, by field, before anything is sent. */
export function complaintsAbout(form: ServiceForm): Complaints {
  const complaints: Complaints = {}
  for (const field of ['name', 'body', 'description'] as const) {
    const { length } = form[field].trim()
    if (length > most[field]) complaints[field] = ['services.tooLong', { most: most[field] }]
    else if (length === 0 && field !== 'description') complaints[field] = [`services.no.${field}`]
  }
  if (!isSlug(form.slug.trim())) complaints.slug = ['services.badSlug']
  return complaints
}

/** At which field the server's refusal belongs; nothing when it belongs to the whole form. */
export function complaintsFrom(failure: Failure, { slug }: ServiceForm): Complaints {
  if (!(failure instanceof Fault)) return {}
  if (failure.code === 'ALREADY_EXISTS') return { slug: ['services.taken', { slug }] }
  const field = failure.details['field']
  const isField =
    field === 'name' || field === 'slug' || field === 'body' || field === 'description'
  return isField ? { [field]: [`faults.${failure.code}`] } : {}
}
