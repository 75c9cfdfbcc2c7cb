/** Of `pnpm attack`: everything; of the usual tests a small part. */
export const isFull = process.env['ATTACK_FULL'] === '1'

/** Where chance begins: `ATTACK_SEED` repeats a run. */
export const seed = Number(process.env['ATTACK_SEED'] ?? 20_261_122)
