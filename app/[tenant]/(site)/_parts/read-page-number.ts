const PAGE_NUMBER = /^[1-9][0-9]{0,4}$/;

/** The page number of an address, or null for anything that is not written as one. */
export function readPageNumber(segment: string): number | null {
  return PAGE_NUMBER.test(segment) ? Number(segment) : null;
}
