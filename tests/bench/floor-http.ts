// F2: the filing decision as one SQL function behind node:http, nothing else.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const code = () => randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase();

async function answer(request: IncomingMessage): Promise<unknown> {
  if (request.url === '/healthz') return {};
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { agency, body } = JSON.parse(Buffer.concat(chunks).toString()) as { agency: string; body: object };
  const text = 'SELECT bench_file($1, $2, $3, $4, $5) AS answer';
  const { rows } = await pool.query({ name: 'file', text, values: [agency, body, randomUUID(), code(), randomUUID()] });
  return rows[0].answer;
}

createServer(async (request, response) => {
  const body = (await answer(request)) as { status?: string };
  response.writeHead(body.status === 'forbidden' ? 422 : request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}).listen(Number(process.env.PORT), '127.0.0.1');
