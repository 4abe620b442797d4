import { leaksOf, type WalkReport } from '../recorder';
import { consoleSaboteurs } from './console-saboteurs';
import { doorSaboteurs } from './door-saboteurs';
import { indexSaboteurs } from './index-saboteurs';
import { mediaSaboteurs } from './media-saboteurs';
import { presenceSaboteurs } from './presence-saboteurs';
import type { Saboteur, Workshop } from './saboteur';
import { searchSaboteurs } from './search-saboteurs';
import { stateSaboteurs } from './state-saboteurs';
import { tableSaboteurs } from './table-saboteurs';
import { webSaboteurs } from './web-saboteurs';

export const saboteurs: Saboteur[] = [
  ...tableSaboteurs,
  ...consoleSaboteurs,
  ...webSaboteurs,
  ...stateSaboteurs,
  ...presenceSaboteurs,
  ...searchSaboteurs,
  ...indexSaboteurs,
  ...mediaSaboteurs,
  ...doorSaboteurs,
];

export interface SabotageReport {
  did: string;
  walk: string;
  /** What the walk said of it, or null when it did not notice. */
  noticed: string | null;
  fault: string | null;
}

/** Lets each saboteur work on its own and asks whether its walk turned red, and for its reason. */
export async function runSaboteurs(
  workshop: Workshop,
  onReport: (report: SabotageReport) => void = () => {},
): Promise<SabotageReport[]> {
  const reports: SabotageReport[] = [];
  for (const saboteur of saboteurs) {
    const report = await runSaboteur(saboteur, workshop);
    reports.push(report);
    onReport(report);
  }
  return reports;
}

async function runSaboteur(saboteur: Saboteur, workshop: Workshop): Promise<SabotageReport> {
  const { did, walk } = saboteur;
  try {
    const noticed = noticeOf(saboteur, await saboteur.run(workshop));
    return { did, walk, noticed, fault: noticed ? null : `${walk} did not notice` };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { did, walk, noticed: null, fault: `could not be carried out: ${fault}` };
  }
}

/** The leak by which a walk noticed a saboteur; null when it said nothing of the kind. */
export function noticeOf({ walk, tells }: Pick<Saboteur, 'walk' | 'tells'>, report: WalkReport) {
  if (report.walk !== walk) return null;
  return leaksOf(report).find((leak) => tells.test(leak)) ?? null;
}
