/** Names that are nearly a channel's: of another epoch, of another case, with more before or after. */
export function misspelt(name: string): string[] {
  const epoch = /^(private-(?:group|public)-.*\.)(\d+)$/.exec(name);
  const epochs = epoch ? [Number(epoch[2]) - 1, Number(epoch[2]) + 1, `0${epoch[2]}`] : [];
  return [
    ...epochs.map((count) => `${epoch?.[1]}${count}`),
    name.toUpperCase(),
    ` ${name}`,
    `${name} `,
    `${name}\n`,
    `${name}.`,
    `${name}.x%2e`,
    `x${name}`,
    name.replace('private-', 'private-encrypted-').replace('presence-', 'presence-cache-'),
    name.replace(/^private-|^presence-/, ''),
  ].filter((one) => one !== name);
}
