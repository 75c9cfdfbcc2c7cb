import {
  CreateJointServiceDocument,
  UpdateJointServiceDocument,
  type AdministeredServiceFragment,
} from '@andel/schema/operations'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { asFailure, request, type Failure } from '../../api/index.ts'
import { useText } from '../../text/useText.ts'
import { proposeSlug } from './propose-slug.ts'
import {
  complaintsAbout,
  complaintsFrom,
  formOf,
  type Complaints,
  type Field,
  type ServiceForm,
} from './service-form.ts'

/**
 * The form for a joint service, new or as it is. What has been typed stays, whatever the server says, until it is stored.
 */
export function useServiceForm(present: AdministeredServiceFragment | undefined) {
  const { t } = useText()
  const form = reactive<ServiceForm>(formOf(present))
  const sending = shallowRef(false)
  const failure = shallowRef<Failure>()
  const tried = shallowRef(false)
  const refused = ref<Complaints>({})

  const own = computed(() => (tried.value ? complaintsAbout(form) : {}))
  const errors = computed(() => {
    const sentence = (field: Field) => {
      const complaint = own.value[field] ?? refused.value[field]
      return complaint && t(...complaint)
    }
    return {
      name: sentence('name'),
      slug: sentence('slug'),
      body: sentence('body'),
      description: sentence('description'),
    }
  })

  /** The address last put in the form; it follows the name until it is changed by hand. */
  let given = ''
  watch(
    () => form.name,
    (name) => {
      if (present) return
      if (form.slug === given) form.slug = proposeSlug(name)
      given = proposeSlug(name)
    },
  )
  // A complaint of the server is about what was sent; a change of the field answers it.
  for (const field of Object.keys(form) as Field[]) {
    watch(
      () => form[field],
      () => (refused.value[field] = undefined),
    )
  }

  async function send(): Promise<AdministeredServiceFragment> {
    const [name, body, description] = [form.name.trim(), form.body.trim(), form.description.trim()]
    if (present) {
      const input = { jointServiceId: present.id, name, body, description }
      return (await request(UpdateJointServiceDocument, { input })).updateJointService.jointService
    }
    const input = { name, slug: form.slug.trim(), body, description }
    return (await request(CreateJointServiceDocument, { input })).createJointService.jointService
  }

  /** @returns the joint service as stored, or nothing when something is wrong */
  async function submit(): Promise<AdministeredServiceFragment | undefined> {
    tried.value = true
    failure.value = undefined
    if (sending.value || Object.values(errors.value).some(Boolean)) return undefined
    sending.value = true
    try {
      return await send()
    } catch (thrown) {
      const why = asFailure(thrown)
      refused.value = complaintsFrom(why, form)
      if (Object.keys(refused.value).length === 0) failure.value = why
      return undefined
    } finally {
      sending.value = false
    }
  }

  return { form, errors, failure, sending, submit }
}
