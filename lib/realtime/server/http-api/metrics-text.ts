import type { RealtimeStats } from '../realtime-stats';

/** The numbers of a server as Prometheus reads them. */
export function metricsText(stats: RealtimeStats): string {
  const { connections, channels, users, messagesIn, messagesOut, refused, webhooks } = stats;
  return [
    ...metric('connections', 'gauge', 'Open connections', connections),
    ...metric('channels', 'gauge', 'Channels with subscribers', channels),
    ...metric('users', 'gauge', 'Users signed in', users),
    ...metric('messages_received_total', 'counter', 'Messages of clients', messagesIn),
    ...metric('messages_sent_total', 'counter', 'Messages to clients', messagesOut),
    ...heading('refused_total', 'counter', 'What was turned away'),
    ...Object.entries(refused).map(
      ([reason, count]) => `realtime_refused_total{reason="${reason}"} ${count}`,
    ),
    ...metric('webhooks_waiting', 'gauge', 'Events to be told of', webhooks.waiting),
    ...metric('webhooks_sent_total', 'counter', 'Events told of', webhooks.sent),
    ...metric('webhooks_failed_total', 'counter', 'Attempts without success', webhooks.failed),
    ...metric('webhooks_dropped_total', 'counter', 'Events given up', webhooks.dropped),
    '',
  ].join('\n');
}

function metric(name: string, type: string, told: string, value: number): string[] {
  return [...heading(name, type, told), `realtime_${name} ${value}`];
}

function heading(name: string, type: string, told: string): string[] {
  return [`# HELP realtime_${name} ${told}`, `# TYPE realtime_${name} ${type}`];
}
