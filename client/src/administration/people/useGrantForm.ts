import { Fault } from '@andel/schema/fault'
import { GrantChoicesDocument, GrantRoleDocument, type Role } from '@andel/schema/operations'
import { computed, shallowRef, watch } from 'vue'
import { request, useRequest } from '../../api/index.ts'
import { swedishOrder } from '../../text/swedish-order.ts'
import { useText } from '../../text/useText.ts'
import { useSending } from '../../views/useSending.ts'
import { roles } from './person.ts'

/** A grant as it is chosen: a role, then where it holds. Only what the server would take can be chosen. */
export function useGrantForm(personId: () => string) {
  const { t, failureText } = useText()
  const { sending, failure, send } = useSending()
  const choices = useRequest(GrantChoicesDocument, {})
  const role = shallowRef<Role | ''>('')
  const slug = shallowRef('')
  const code = shallowRef('')
  const tried = shallowRef(false)

  const empty = computed(() => ({ value: '' as const, label: t('people.choose') }))
  const roleOptions = computed(() => [
    empty.value,
    ...roles.map((value) => ({ value, label: t(`people.role.${value}`) })),
  ])
  const services = computed(() =>
    (choices.data.value?.jointServices.nodes ?? []).toSorted((a, b) =>
      swedishOrder(a.name, b.name),
    ),
  )
  const serviceOptions = computed(() => [
    empty.value,
    ...services.value.map((one) => ({ value: one.slug, label: one.name })),
  ])
  const parties = computed(
    () => services.value.find((one) => one.slug === slug.value)?.grantableMunicipalities ?? [],
  )
  const isFree = computed(() => role.value === 'ANALYST') // whether it may do without a municipality
  const municipalityOptions = computed(() => [
    { value: '', label: isFree.value ? t('people.anyMunicipality') : t('people.choose') },
    ...parties.value
      .toSorted((a, b) => swedishOrder(a.name, b.name))
      .map((one) => ({ value: one.code, label: one.name })),
  ])
  const hasService = computed(() => role.value !== '' && role.value !== 'ADMIN')
  const hasMunicipality = computed(
    () => slug.value !== '' && (role.value === 'FINANCE_OFFICER' || isFree.value),
  )
  // a municipality that is no party to the other joint service is not kept
  watch([slug, role], () => {
    const isParty = parties.value.some((one) => one.code === code.value)
    if (!isParty || !hasMunicipality.value) code.value = ''
  })

  const roleError = computed(() =>
    tried.value && role.value === '' ? t('people.noRole') : undefined,
  )
  const serviceError = computed(() => {
    if (hasService.value && choices.data.value && services.value.length === 0)
      return t('people.noServices')
    return tried.value && hasService.value && slug.value === '' ? t('people.noService') : undefined
  })
  const municipalityError = computed(() => {
    if (role.value !== 'FINANCE_OFFICER' || !hasMunicipality.value) return undefined
    if (parties.value.length === 0) return t('people.noParties')
    return tried.value && code.value === '' ? t('people.noMunicipality') : undefined
  })
  const refusal = computed(() => {
    const wrong = failure.value ?? choices.failure.value
    if (wrong instanceof Fault && wrong.code === 'ALREADY_EXISTS') return t('people.heldAlready')
    return wrong && failureText(wrong)
  })

  /** Whether it has been granted; the form is then as new. */
  async function grant(): Promise<boolean> {
    tried.value = true
    if (role.value === '' || serviceError.value || municipalityError.value) return false
    const input = {
      personId: personId(),
      role: role.value,
      jointServiceSlug: hasService.value ? slug.value : null,
      municipalityCode: hasMunicipality.value && code.value !== '' ? code.value : null,
    }
    if (!(await send(() => request(GrantRoleDocument, { input })))) return false
    ;[role.value, slug.value, code.value, tried.value] = ['', '', '', false]
    return true
  }

  return {
    role,
    slug,
    code,
    roleOptions,
    serviceOptions,
    municipalityOptions,
    hasService,
    hasMunicipality,
    roleError,
    serviceError,
    municipalityError,
    refusal,
    sending,
    grant,
  }
}
