import { answerEnterpriseFile } from '#features/enterprise/api/enterprise-file.ts';

/** The register under the filters of the address, as a file. */
export async function GET(request: Request): Promise<Response> {
  return answerEnterpriseFile(request, 'xlsx');
}
