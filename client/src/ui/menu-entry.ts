/** Something that can be done from a menu. */
export interface MenuEntry {
  readonly label: string
  /** The key that does the same, as it is shown. */
  readonly shortcut?: string | undefined
  /** Whether it holds at present; nothing where it is no state. */
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  run(): void
}
