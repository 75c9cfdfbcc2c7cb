/**
 * The formula of what a position costs, in kronor: workload × months × monthly cost to the öre, half an öre away from
 * zero. In whole per cent, tenths of months and öre, of which thousands are taken apart from the rest: then every
 * product is a whole number that a spreadsheet holds exactly.
 *
 * @param posts - the cell of the workload, in posts
 * @param months - the cell of the months
 * @param cost - the cell of the monthly cost, in kronor
 */
export function positionFormula(
  posts: string,
  months: string,
  cost: string,
  isRevenue: boolean,
): string {
  const times = `ROUND(${posts}*100,0)*ROUND(${months}*10,0)`
  const ore = `ROUND(ABS(${cost})*100,0)`
  const thousands = `INT(${ore}/1000)`
  return `${isRevenue ? '-' : ''}SIGN(${cost})*(${thousands}*${times}+ROUND((${ore}-1000*${thousands})*${times}/1000,0))/100`
}
