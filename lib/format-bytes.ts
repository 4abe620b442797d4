const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** An amount of storage as people read it, in steps of 1,024: "36.9 KB". */
export function formatBytes(bytes: number): string {
  const step = bytes < 1024 ? 0 : Math.min(4, Math.floor(Math.log2(bytes) / 10));
  const shown = bytes / 1024 ** step;
  return `${shown >= 100 || step === 0 ? Math.round(shown) : Number(shown.toFixed(1))} ${units[step]}`;
}
