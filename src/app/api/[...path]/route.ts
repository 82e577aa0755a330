import { answerUnknown } from '#platform/api-unknown.ts';

export { answerUnknown as DELETE, answerUnknown as GET, answerUnknown as PATCH, answerUnknown as POST, answerUnknown as PUT };
