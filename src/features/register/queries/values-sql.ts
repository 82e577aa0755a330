import 'server-only';
import { Prisma } from '#platform/db.ts';

/** What a row of `enterprise` says, in the words of the domain. */
export const enterpriseValuesSql = Prisma.sql`jsonb_build_object('uscc', enterprise.uscc, 'name', enterprise.name, 'territory', enterprise.territory_code,
  'inPark', enterprise.in_park, 'industry', enterprise.industry, 'size', enterprise.size, 'risk', enterprise.risk, 'keyEnterprise', enterprise.key_enterprise,
  'undisturbed', enterprise.undisturbed, 'address', enterprise.address, 'contactName', enterprise.contact_name, 'contactPhone', enterprise.contact_phone,
  'status', enterprise.status)`;

/** The same of `inspector`. */
export const inspectorValuesSql = Prisma.sql`jsonb_build_object('name', inspector.name, 'credentialNo', inspector.credential_no,
  'credentialKind', inspector.credential_kind, 'validFrom', inspector.valid_from, 'validTo', inspector.valid_to,
  'groups', (SELECT coalesce(jsonb_agg(each ORDER BY each COLLATE "C"), '[]') FROM unnest(inspector.groups) each))`;
