import { CreateAgreementDocument } from '@andel/schema/operations'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { newForm, type KeyForm } from '../../allocation/key-form.ts'
import { readKeyForm } from '../../allocation/read-key-form.ts'
import { asFailure, request, type Failure } from '../../api/index.ts'
import { newUuid } from '../../api/new-uuid.ts'
import { writeKey } from '../../budget/sheet/write-key.ts'
import { useText } from '../../text/useText.ts'
import { firstShares, missingFigures, sharedDates } from './first-shares.ts'
import {
  complaintsAbout,
  newTerms,
  placeOf,
  toInput,
  type ParticipantForm,
  type TermsForm,
} from './new-agreement.ts'
import { useFigures } from './useFigures.ts'

export interface Choices {
  readonly serviceId: string
  readonly slug: string
  /** Newest first. */
  readonly dates: readonly string[]
  readonly names: ReadonlyMap<string, string>
}

/**
 * The form for a new agreement: what is wrong, and what each municipality would bear. What has been typed stays, whatever
 * the server says, until the agreement has been stored.
 */
export function useNewAgreement({ serviceId, slug, dates, names }: Choices) {
  const { t, date, language } = useText()
  const terms = reactive<TermsForm>(newTerms())
  const participants = ref<readonly ParticipantForm[]>([])
  const newest = dates[0] ?? ''
  const key = ref<KeyForm>({ ...newForm(newest), name: t('newAgreement.keyName') })
  const codes = computed(() => participants.value.map(({ code }) => code))
  const { populations, fetched, failure: figuresFailure } = useFigures(() => codes.value)

  const read = computed(() => readKeyForm(key.value, codes.value, language.value))
  /** Dates that the key can count by: those for which everybody has a figure. */
  const usableDates = computed(() =>
    codes.value.length === 0 ? dates : sharedDates(codes.value, populations.value),
  )
  const outlook = computed(() => {
    const { key: readable } = read.value
    const known = fetched.value.join() === codes.value.join()
    if (!readable || !known || codes.value.length === 0) return undefined
    return firstShares(terms, participants.value, readable, populations.value)
  })
  const keyFault = computed(() => {
    const fault = outlook.value?.fault
    if (!fault) return undefined
    const missing = read.value.key && missingFigures(codes.value, read.value.key, populations.value)
    if (fault.code !== 'POPULATION_MISSING' || !missing) return t(`faults.${fault.code}`)
    const who = missing.codes.map((code) => names.get(code) ?? code).join(', ')
    return t('key.noFigures', { date: date(missing.on), names: who })
  })

  /** The newest date that serves everybody, until another is chosen. */
  let proposed = newest
  watch(usableDates, ([best]) => {
    const [only] = key.value.bases
    if (best === undefined || key.value.bases.length !== 1 || only?.on !== proposed) return
    proposed = best
    key.value = { ...key.value, bases: [{ ...only, on: best }] }
  })

  const tried = shallowRef(false)
  const sending = shallowRef(false)
  const failure = shallowRef<Failure>()
  /** What the server has said, by place. */
  const refused = ref<Readonly<Record<string, string>>>({})
  const complaints = computed(() => (tried.value ? complaintsAbout(terms, participants.value) : {}))
  const sentence = (place: string): string | undefined => {
    const own = complaints.value[place]
    return (own && t(...own)) ?? refused.value[place]
  }

  const forget = (isAnswered: (place: string) => boolean): void => {
    const left = Object.entries(refused.value).filter(([place]) => !isAnswered(place))
    refused.value = Object.fromEntries(left)
  }
  // A complaint of the server is about what was sent; a change of the field answers it.
  for (const field of Object.keys(terms) as (keyof TermsForm)[]) {
    watch(
      () => terms[field],
      () => forget((place) => place === field),
    )
  }
  watch(participants, () => forget((place) => place === 'key' || place.startsWith('participants')))
  watch(key, () => forget((place) => place === 'key'))

  const isReady = (): boolean =>
    Object.keys(complaintsAbout(terms, participants.value)).length === 0 &&
    Object.keys(read.value.errors).length === 0 &&
    read.value.blend === 100 &&
    keyFault.value === undefined

  /** The same agreement sent twice is one. */
  let sent = { text: '', mutation: '' }

  /** @returns where to go on, or nothing when something is wrong */
  async function submit(): Promise<string | undefined> {
    tried.value = true
    failure.value = undefined
    const { key: whole } = read.value
    if (sending.value || !isReady() || !whole) return undefined
    const own = { ...toInput(terms, participants.value), defaultKey: writeKey(whole) }
    const text = JSON.stringify(own)
    if (text !== sent.text) sent = { text, mutation: newUuid() }
    sending.value = true
    try {
      const input = { ...own, jointServiceId: serviceId, clientMutationKey: sent.mutation }
      const { createAgreement } = await request(CreateAgreementDocument, { input })
      if (createAgreement.agreement) return `/samverkan/${slug}`
      refused.value = Object.fromEntries(
        createAgreement.problems.map((problem) => [placeOf(problem), problem[language.value]]),
      )
      return undefined
    } catch (thrown) {
      failure.value = asFailure(thrown)
      return undefined
    } finally {
      sending.value = false
    }
  }

  return {
    ...{ terms, participants, key, read, usableDates, outlook, keyFault },
    ...{ tried, sending, sentence, submit },
    failure: computed(() => failure.value ?? figuresFailure.value),
  }
}
