/** A browser that goes from one site to another and keeps the cookies of each. */
export class Traveller {
  private readonly jars = new Map<string, Map<string, string>>()

  /**
   * @param hosts - where sites really answer, by the origin they are known by
   * @param headers - sent with every request
   */
  constructor(
    private readonly hosts: Readonly<Record<string, string>>,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** Asks for one page, and follows nothing. */
  async get(address: string): Promise<{ status: number; headers: Headers; location: string }> {
    const { origin, pathname, search } = new URL(address)
    const jar = this.jarOf(origin)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${this.hosts[origin] ?? origin}${pathname}${search}`, {
      redirect: 'manual',
      headers: { ...this.headers, cookie },
    })
    await response.arrayBuffer()
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!
      if (value === '') jar.delete(name!)
      else jar.set(name!, value!)
    }
    const { status, headers } = response
    const to = headers.get('location')
    return { status, headers, location: to === null ? '' : new URL(to, address).href }
  }

  /** Follows where it is led, until a page does not lead on or an address matches. Returns that address. */
  async follow(address: string, until?: RegExp): Promise<string> {
    const { location } = await this.get(address)
    if (location === '') return address
    return until?.test(location) ? location : this.follow(location, until)
  }

  cookie(origin: string, name: string): string | undefined {
    return this.jarOf(origin).get(name)
  }

  keep(origin: string, name: string, value: string): void {
    this.jarOf(origin).set(name, value)
  }

  private jarOf(origin: string): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>()
    this.jars.set(origin, jar)
    return jar
  }
}
