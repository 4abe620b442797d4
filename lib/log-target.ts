/** Where the log is shown. Commands set stderr: their stdout is the answer alone. */
export const logTarget: { stream: NodeJS.WritableStream } = { stream: process.stdout };
