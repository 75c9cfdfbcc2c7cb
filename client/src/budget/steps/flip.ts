import type { Edit } from '../sheet/edit.ts'
import type { Values } from '../saving/based-on.ts'

/** An edit that turns a step: takes it back, or does it again. */
export interface Flip {
  readonly edit: Edit
  /** What the step left where the edit will be made, by name, as JSON: see `standing`. */
  readonly expects: Values
}
