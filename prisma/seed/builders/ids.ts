import { v5, v7 } from 'uuid';

const namespace = 'b3f5f2c4-7a52-5d0e-9a53-0e6f6c1d2a77';

/** Register rows have ids made from their codes, so that loading twice changes nothing and tests can name them. */
const named = (...parts: readonly string[]) => v5(parts.join(':'), namespace);

export const policyIdOf = (districtCode: string, version: number) => named('policy', districtCode, String(version));
export const matterIdOf = (districtCode: string, code: string) => named('matter', districtCode, code);
export const enterpriseIdOf = (districtCode: string, uscc: string) => named('enterprise', districtCode, uscc);
/** By credential number; staff without a credential by their register id. */
export const inspectorIdOf = (credentialNo: string) => named('inspector', credentialNo);
export const userIdOf = (districtCode: string, username: string) => named('user', districtCode, username);

/** An id for a row of the story. */
export const newId = () => v7();
