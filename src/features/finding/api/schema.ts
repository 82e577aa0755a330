import { filingName } from '#features/filing/api/schema.ts';
import { findingsBody } from '../schema.ts';

/** The body of `POST /api/v1/filings/{filingNo}/findings` with the number that stands in the address. */
export const findingsCall = findingsBody.extend(filingName.shape);
