import { defineConfig } from '@playwright/test';
import { findChromium } from '../lib/cli/testing-steps/find-chromium.mjs';

const executablePath = findChromium() ?? undefined;

/**
 * Real Chromium against the production build. Custom domains of the demo end in .test, which no
 * name server knows, so the browser is told where they are.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  globalSetup: './support/global-setup.ts',
  reporter: [['list'], ['./support/summary-reporter.ts']],
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    // Where all of it runs, a picture and the words have to do: traces take a seventh of the time, and
    // with their film, on two cores, as long as the tests themselves.
    trace: process.env.CI ? 'off' : { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--host-resolver-rules=MAP *.test 127.0.0.1, MAP *.localhost 127.0.0.1',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});
