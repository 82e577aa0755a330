import { randomUUID } from 'node:crypto';
import { pool } from '../../pool.ts';

const text = 'SELECT bench_file($1, $2, $3, $4, $5) AS answer';
const code = () => randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase();

/** F1: the whole decision and everything it writes in one round trip. */
export async function POST(request: Request): Promise<Response> {
  const { agency, body } = (await request.json()) as { agency: string; body: object };
  const { rows } = await pool.query({ name: 'file', text, values: [agency, body, randomUUID(), code(), randomUUID()] });
  const { answer } = rows[0];
  return Response.json(answer, { status: answer.status === 'filed' ? 201 : 422 });
}
