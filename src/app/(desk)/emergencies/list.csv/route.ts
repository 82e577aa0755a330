import { answerEmergencyFile } from '#features/emergency/api/emergency-file.ts';

/** The emergencies in the state of the address, as a file. */
export async function GET(request: Request): Promise<Response> {
  return answerEmergencyFile(request);
}
