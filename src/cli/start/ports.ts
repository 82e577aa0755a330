import { connect, createServer } from 'node:net';
import { Complaint } from '../complaint.ts';

function isAnswered(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect({ host, port, timeout: 1000 });
    const answer = (taken: boolean) => (): void => {
      probe.destroy();
      resolve(taken);
    };
    probe.once('connect', answer(true)).once('error', answer(false)).once('timeout', answer(false));
  });
}

function tryListening(port: number, host: string | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)));
  });
}

/** Refuses a port that somebody else serves on either loopback address, or that we may not open. */
export async function requireFreePort(port: number, host: string | undefined): Promise<void> {
  const answered = (await Promise.all(['127.0.0.1', '::1'].map((address) => isAnswered(address, port)))).includes(true);
  const failure = answered ? 'EADDRINUSE' : await tryListening(port, host);
  if (failure === undefined) return;
  const reasons: Record<string, string> = {
    EADDRINUSE: `端口 ${port} 已被其他程序占用。`,
    EACCES: `没有打开端口 ${port} 的权限。`,
    EADDRNOTAVAIL: `本机没有地址 ${host}（环境变量 HOST）。`,
  };
  throw new Complaint(
    reasons[failure] ?? `端口 ${port} 无法使用（${failure}）。`,
    `请停止占用它的程序，或换一个端口：PORT=${port + 1} npm start`,
  );
}
