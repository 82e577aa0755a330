import { redirect } from 'next/navigation';
import { loadActor } from '#platform/session.ts';

export default async function Page() {
  redirect((await loadActor()).type === 'user' ? '/home' : '/sign-in');
}
