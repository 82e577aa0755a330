import type { ReactNode } from 'react';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Status } from '#ui/status.tsx';
import { momentWords } from '#ui/words.ts';
import type { PublicDraw } from '../queries/load-public-draw.ts';
import { Moment } from './draw-moment.tsx';
import { type Round, sayParties } from './draw-words.ts';

type Party = Round['parties'][number];
type Shown = { readonly view: PublicDraw; readonly round: Round };

const partyColumn = (witness: string | undefined): Column<Party> => ({
  key: 'party',
  head: '谁',
  rowHead: true,
  cell: ({ agency, agencyCode }) => `${agency.shortName}${agencyCode === witness ? '（监督方）' : ''}`,
});

const mono = (hex: string) => <code className="mono">{hex}</code>;

function Commitment({ party, round }: { party: Party; round: Round }) {
  if (party.commitment) return mono(party.commitment);
  return party.withheldAt || round.failedAt ? <Status look="no">未按期承诺</Status> : <Status look="wait">待承诺</Status>;
}

function Reveal({ party, round }: { party: Party; round: Round }) {
  if (party.reveal) return mono(party.reveal);
  if (party.withheldAt && party.commitment) return <Status look="no">未按期揭示</Status>;
  return round.failedAt ? <Status look="gone">本轮已不算</Status> : <Status look="wait">待揭示</Status>;
}

/** The record's parties stand in the order office, lead, witness: the last is independent of both. */
const witnessOf = ({ shape }: PublicDraw) => shape?.head.parties.at(2);

function Step({ title, at, view, children }: { title: string; at: Date | null; view: PublicDraw; children: ReactNode }) {
  return (
    <li>
      <b>{title}</b>　{at ? <Moment at={at} now={view.now} /> : null}
      {children}
    </li>
  );
}

const latest = (moments: readonly (Date | null)[]): Date | null =>
  moments.every((moment) => moment !== null) ? (moments.toSorted((one, other) => Number(one) - Number(other)).at(-1) ?? null) : null;

function CommitStep({ view, round }: Shown) {
  const { parties, commitEnd, no } = round;
  const done = latest(parties.map(({ committedAt }) => committedAt));
  const columns: Column<Party>[] = [
    partyColumn(witnessOf(view)),
    { key: 'commitment', head: '承诺的指纹', stacked: '承诺', cell: (party) => <Commitment party={party} round={round} /> },
    {
      key: 'at',
      head: '时间',
      nowrap: true,
      stacked: '时间',
      cell: ({ committedAt }) => (committedAt ? <Moment at={committedAt} now={view.now} /> : ''),
    },
  ];
  return (
    <Step title={`${no > 1 ? `第 ${no} 轮　` : ''}${sayParties(parties.length)}承诺`} at={done} view={view}>
      <p>各方各自生成一个随机数，先只公布它的指纹，谁也看不到别人的{done ? '' : `。${momentWords(commitEnd, view.now)} 截止`}。</p>
      {round.signedBy ? (
        <p className="s">
          {round.signedBy.name}签字另起一轮：{round.signedNote}
        </p>
      ) : null}
      <DataTable label={`第 ${no} 轮的承诺`} look="rows dense" columns={columns} rows={parties} rowKey={({ agencyCode }) => agencyCode} />
    </Step>
  );
}

function RevealStep({ view, round }: Shown) {
  const { parties, revealEnd, no } = round;
  const done = latest(parties.map(({ revealedAt }) => revealedAt));
  const columns: Column<Party>[] = [
    partyColumn(witnessOf(view)),
    { key: 'reveal', head: '原文', stacked: '原文', cell: (party) => <Reveal party={party} round={round} /> },
    {
      key: 'at',
      head: '时间',
      nowrap: true,
      stacked: '时间',
      cell: ({ revealedAt }) => (revealedAt ? <Moment at={revealedAt} now={view.now} /> : ''),
    },
  ];
  const until = !done && revealEnd && !round.failedAt ? `${momentWords(revealEnd, view.now)} 截止。` : '';
  return (
    <Step title={`${no > 1 ? `第 ${no} 轮　` : ''}${sayParties(parties.length)}揭示`} at={done} view={view}>
      <p>承诺齐全后，各方公开原文；与自己的承诺不符，系统不收。{until}</p>
      <DataTable label={`第 ${no} 轮的揭示`} look="rows dense" columns={columns} rows={parties} rowKey={({ agencyCode }) => agencyCode} />
    </Step>
  );
}

function FailedStep({ view, round }: Shown) {
  const names = round.parties.filter(({ withheldAt }) => withheldAt !== null).map(({ agency }) => agency.shortName);
  return (
    <Step title={`第 ${round.no} 轮不算`} at={round.failedAt} view={view}>
      <p>
        <Status look="no">{names.join('、')}未按期</Status>　名单不变，由主任签字后不含{names.length > 1 ? '这几方' : '这一方'}
        另起一轮，或作废。
      </p>
    </Step>
  );
}

/** The steps of a round: commitments, then reveals once all commitments stand; a round that failed says who withheld. */
export function RoundSteps({ view, round }: Shown) {
  const isRevealing = round.revealEnd !== null;
  return (
    <>
      <CommitStep view={view} round={round} />
      {isRevealing ? <RevealStep view={view} round={round} /> : null}
      {round.failedAt ? <FailedStep view={view} round={round} /> : null}
    </>
  );
}
