import { pool } from '../../pool.ts';

const text = 'SELECT grounds FROM bench_judge($1, $2)';

/** F1 for the check: the decision alone. */
export async function POST(request: Request): Promise<Response> {
  const { agency, body } = (await request.json()) as { agency: string; body: object };
  const { rows } = await pool.query({ name: 'check', text, values: [agency, body] });
  const { grounds } = rows[0];
  return Response.json({ verdict: { kind: grounds.length === 0 ? 'allowed' : 'forbidden', grounds } });
}
