import { Role } from '../person/role-enums.ts'

/** A role somebody has, with own ids. Only an ADMIN's has no joint service. */
export interface Granted {
  readonly role: Role
  readonly jointService: string | null
  /** Code; null when the role is not for one municipality. */
  readonly municipality: string | null
}

/** What somebody acts by. A token that only reads changes nothing; a program of our own is asked nothing. */
export type Means = 'nothing' | 'session' | 'writing token' | 'reading token' | 'program'

/** Whoever asks for something, and what that person has been granted. Made anew when either changes. */
export class Actor {
  /** The same for two actors means that they are answered alike. */
  readonly rights: string

  /**
   * @param id - own id of the person; empty for nobody
   * @param through - own id of the session or the token
   */
  private constructor(
    readonly id: string,
    readonly means: Means,
    readonly grants: readonly Granted[],
    readonly through: string,
  ) {
    const held = grants.map((one) => [one.role, one.jointService, one.municipality].join(' '))
    this.rights = [id, means, through, ...held.toSorted()].join('\n')
  }

  /** Somebody who has not signed in. */
  static readonly nobody = new Actor('', 'nothing', [], '')

  static person(id: string, means: Means, grants: readonly Granted[], through = ''): Actor {
    return new Actor(id, means, grants, through)
  }

  /** Andel itself, when it loads what it ships or is used without HTTP: it may do everything. */
  static program(name: string): Actor {
    return new Actor(name, 'program', [], '')
  }

  get isSignedIn(): boolean {
    return this.means !== 'nothing'
  }

  /** Whether it is Andel itself. */
  get isProgram(): boolean {
    return this.means === 'program'
  }

  /** Whether it may change anything at all. */
  get writes(): boolean {
    return this.means === 'session' || this.means === 'writing token' || this.isProgram
  }
}
