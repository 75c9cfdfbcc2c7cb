import { inject, provide, type ComputedRef, type InjectionKey } from 'vue'

interface FieldLink {
  readonly id: string
  /** Ids of the hint and the error, for aria-describedby. */
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly required: boolean
}

const fieldKey: InjectionKey<ComputedRef<FieldLink>> = Symbol('field')

export function provideField(link: ComputedRef<FieldLink>): void {
  provide(fieldKey, link)
}

/** What a control inside a `<FormField>` says about itself; nothing outside one. */
export function useField(): ComputedRef<FieldLink> | undefined {
  return inject(fieldKey, undefined)
}
