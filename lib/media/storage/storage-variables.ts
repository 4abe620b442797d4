import { z } from 'zod';

/** The variables of where files are kept, and what each may hold. */
export const storageVariables = {
  S3_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/[^\s/?#]+\/?$/, 'expected an address, as in http://localhost:9000')
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'expected the name of a bucket, as in my-files')
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'expected a region, as in eu-central-1')
    .default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
};

type Given = Partial<Record<keyof typeof storageVariables, string>>;

/** What one variable demands of another. */
export function checkStorage(given: Given, { addIssue }: z.core.$RefinementCtx): void {
  const demand = (name: keyof Given, since: keyof Given, example: string) => {
    if (given[name] || !given[since]) return;
    const message = `missing, since ${since} is set; as in ${example}`;
    addIssue({ code: 'custom', path: [name], message });
  };
  demand('S3_BUCKET', 'S3_ENDPOINT', 'my-files');
  demand('S3_BUCKET', 'S3_ACCESS_KEY_ID', 'my-files');
  demand('S3_SECRET_ACCESS_KEY', 'S3_ACCESS_KEY_ID', 'wJalrXUtnFEMI');
  demand('S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'AKIAIOSFODNN7');
}
