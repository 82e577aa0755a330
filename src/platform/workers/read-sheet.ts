import { answer, takeInput } from './answer.ts';

answer(takeInput());
