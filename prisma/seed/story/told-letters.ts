import { createHash } from 'node:crypto';
import { isoOf } from '#domain/calendar/iso.ts';
import { dayOf } from '#domain/calendar/local-day.ts';
import { computePublicationDue } from '#domain/finding/clock.ts';
import type { Letter } from '#domain/finding/letter.ts';
import { newPublicCode } from '../builders/public-code.ts';
import { at, known, type Story } from './story.ts';
import { letterFindingOf, type ToldFinding } from './told-findings.ts';
import type { PastPart } from './told-visits.ts';

const day = 86_400_000;

function composeLetter(
  story: Story,
  part: PastPart,
  said: { findings: readonly ToldFinding[]; issuedAt: Date; publishDue: string },
): Letter {
  const { draft, filing, agency, inspectors } = part;
  const enterprise = known(story.enterprises, draft.uscc);
  const { name, officeName, officePhone } = story.district.row;
  const named = story.inspectors.filter(({ credentialNo }) => credentialNo !== null && inspectors.includes(credentialNo));
  return {
    ...{ format: 'ningqi-letter-1', filingNo: filing.filingNo ?? '', district: name, agency: known(story.agencies, agency).name },
    ...{
      office: { name: officeName, phone: officePhone },
      enterprise: { uscc: draft.uscc, name: enterprise.name },
      site: enterprise.address,
    },
    ...{ checkedIn: isoOf(part.checkedInAt), checkedOut: isoOf(part.checkedOutAt), people: part.peopleCame },
    inspectors: named.map((one) => ({ name: one.name, credential: one.credentialNo ?? '' })),
    findings: said.findings.map((finding) => letterFindingOf(story, finding)),
    ...{ opinion: { text: '属实', signer: enterprise.contactName, refused: false, strokes: [] }, photos: [] },
    ...{ issuedAt: isoOf(said.issuedAt), publishDue: said.publishDue },
  };
}

/** How publication went: a week after the letter, but for a few that are late and a very few that were taken back. */
function publicationOf(story: Story, part: PastPart, issuedAt: Date) {
  const publishedAt = new Date(issuedAt.getTime() + 7 * day);
  const none = { publishedAt: null, overdueAt: null, withdrawnAt: null, withdrawnReason: '' };
  if (dayOf(publishedAt) >= story.today || part.turn % 61 === 11) return none;
  if (part.turn % 97 !== 13 || dayOf(new Date(publishedAt.getTime() + 3 * day)) >= story.today) return { ...none, publishedAt };
  return { ...none, publishedAt, withdrawnAt: new Date(publishedAt.getTime() + 2 * day), withdrawnReason: '企业名称有误，更正后另行公示' };
}

/** The letters of all parts whose results were recorded two days ago or earlier, with their publication. */
export function letterRows(story: Story, parts: readonly PastPart[], findings: readonly ToldFinding[]) {
  const days = story.district.policy.findingsPublicWorkingDays.value;
  const byPart = new Map<PastPart, ToldFinding[]>();
  for (const finding of findings) byPart.set(finding.part, [...(byPart.get(finding.part) ?? []), finding]);
  return parts.flatMap((part) => {
    const issuedAt = part.recordedAt && new Date(part.recordedAt.getTime() + day);
    const own = byPart.get(part) ?? [];
    if (!issuedAt || own.length === 0 || dayOf(issuedAt) >= story.today) return [];
    const publishDue = computePublicationDue(story.calendar, part.checkedOutAt, days);
    const body = JSON.stringify(composeLetter(story, part, { findings: own, issuedAt, publishDue }));
    const published = publicationOf(story, part, issuedAt);
    const isLate = published.publishedAt === null && publishDue < story.today;
    return [
      {
        ...{ filingId: part.filing.id, agencyCode: part.agency, code: newPublicCode(), issuedAt, body, publishDueDay: publishDue },
        ...{ hash: createHash('sha256').update(body).digest('hex'), ...published },
        overdueAt: isLate ? at(story.today, '00:20') : null,
      },
    ];
  });
}
