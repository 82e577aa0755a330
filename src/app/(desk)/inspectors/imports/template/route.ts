import { answerTemplate } from '#features/register/api/import-files.ts';

/** The register's empty form. */
export async function GET(): Promise<Response> {
  return answerTemplate('inspector');
}
