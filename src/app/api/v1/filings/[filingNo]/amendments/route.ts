import { postAmendment } from '#features/amendment/api/routes.ts';

export const POST = postAmendment;
