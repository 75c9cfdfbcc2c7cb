import { toGlobalId } from '../connection/global-id.ts'
import type { Agreement } from './agreement.entity.ts'
import type { Participation } from './participation.entity.ts'

/** An agreement as the log keeps it. */
export function agreementAsJson(agreement: Agreement): Record<string, unknown> {
  const { title, decision, validFrom, validTo, noticePeriod, note, weighsPartYear } = agreement
  const defaultKey = agreement.defaultKey.unwrap().globalId
  return {
    title,
    decision,
    validFrom,
    validTo,
    noticePeriod,
    note,
    weighsPartYear,
    defaultKey,
  }
}

/** A participation as the log keeps it. */
export function participationAsJson(participation: Participation): Record<string, unknown> {
  const { municipality, fromDate, toDate, agreement } = participation
  return {
    municipality: municipality.code,
    from: fromDate,
    to: toDate,
    agreement: toGlobalId('Agreement', agreement.id),
  }
}
