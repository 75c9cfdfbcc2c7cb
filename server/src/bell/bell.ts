/** Something that other processes on the same database may have to know. Ids only: what they point to is read where it is heard. */
export type Ring =
  /** Something was stored: edits, or what leaves no change in the log. */
  | { readonly kind: 'stored' }
  /** People, grants, sessions or tokens have changed. */
  | { readonly kind: 'rights' }
  /** Something was said in a thread of a budget, or it was resolved; own ids. */
  | { readonly kind: 'comment'; readonly budget: string; readonly thread: string }
  /** Somebody is in a budget, has moved in it, or has left it. */
  | { readonly kind: 'presence'; readonly presence: Present }
  /** A process has begun to listen, or has missed something: whoever knows who is where says it again. */
  | { readonly kind: 'whoIsThere' }

/** Where somebody is in a budget; own ids. */
export interface Present {
  /** Made by the page that somebody has open. */
  readonly client: string
  readonly budget: string
  readonly person: string
  /** Where the cursor is; null when it is in no cell. */
  readonly cell: { readonly row: string; readonly column: string } | null
  readonly typing: boolean
  /** Whether it is the last that is heard of it. */
  readonly left: boolean
}

/** Tells every process on a database, this one too, what has happened. To be rung once it is stored. */
export interface Bell {
  ring(ring: Ring): void
  hear(listener: (ring: Ring) => void): Disposable
  close(): Promise<void>
}

/** For a database that one process has to itself. */
export class LocalBell implements Bell {
  private readonly listeners = new Set<(ring: Ring) => void>()

  ring(ring: Ring): void {
    for (const listener of this.listeners) listener(ring)
  }

  hear(listener: (ring: Ring) => void): Disposable {
    this.listeners.add(listener)
    return { [Symbol.dispose]: () => void this.listeners.delete(listener) }
  }

  async close(): Promise<void> {
    this.listeners.clear()
  }
}
