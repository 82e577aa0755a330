import 'server-only';
import { Counter, collectDefaultMetrics, Histogram, register } from 'prom-client';

/** One registry for the process, though Next evaluates this module once per bundle. */
function once<Metric>(name: string, create: () => Metric): Metric {
  return (register.getSingleMetric(name) as Metric | undefined) ?? create();
}

const events = once(
  'ningqi_events_total',
  () => new Counter({ name: 'ningqi_events_total', help: 'Recorded events, for example filing.filed', labelNames: ['event'] }),
);

const requests = once(
  'ningqi_http_request_seconds',
  () =>
    new Histogram({
      name: 'ningqi_http_request_seconds',
      help: 'Answered requests by kind of page or call',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    }),
);

/** Counts the events of a committed command: filings, refusals, sign-ins. */
export function countEvents(recorded: readonly { readonly event: string }[]): void {
  for (const { event } of recorded) events.inc({ event });
}

export function observeRequest(labels: { route: string; method: string; status: number }, seconds: number): void {
  requests.observe(labels, seconds);
}

/** Everything in the format that Prometheus reads. */
export async function renderMetrics(): Promise<{ type: string; text: string }> {
  once('process_cpu_user_seconds_total', () => collectDefaultMetrics());
  return { type: register.contentType, text: await register.metrics() };
}
