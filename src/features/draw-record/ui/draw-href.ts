/** The page of a draw that has a number. */
export function drawHref({ district, year, serial }: { district: string; year: number; serial: number | null }): string {
  return `/draws/${district}/${year}-${serial}`;
}
