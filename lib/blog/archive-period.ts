/** A year, or a month of one, as it is written in an address. */
export interface ArchivePeriod {
  /** From 1 to 9999. */
  year: number;
  /** From 1; absent for the whole year. */
  month?: number;
}

/** A month in which something was published. */
export interface ArchiveMonth {
  year: number;
  month: number;
  postCount: number;
}
