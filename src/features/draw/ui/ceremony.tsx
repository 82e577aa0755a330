'use client';

import { useRef, useState } from 'react';
import { commitMessage } from '#domain/draw/messages.ts';
import { AnsweredText } from '#ui/answered-field.tsx';
import { buttonClass } from '#ui/button.ts';

/** Which random number this is: of one party, in one round, for one frozen record. */
export type CeremonyKey = {
  readonly draw: string;
  readonly no: string;
  readonly round: number;
  readonly party: string;
  readonly poolHash: string;
};

type Kept = { readonly secret: string; readonly commitment: string };

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const placeOf = ({ draw, round, party }: CeremonyKey): string => `ningqi-draw/${draw}/${round}/${party}`;

function readKept(key: CeremonyKey): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(placeOf(key)) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** Makes the random number and its commitment in this browser, and keeps both here: nothing of the number is sent before the reveal. */
async function make(key: CeremonyKey): Promise<Kept> {
  const secret = hexOf(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest('SHA-256', commitMessage(key.poolHash, key.party, secret));
  const kept = { secret, commitment: hexOf(new Uint8Array(digest)) };
  localStorage.setItem(placeOf(key), JSON.stringify(kept));
  return kept;
}

function textOf({ no, round, party, poolHash }: CeremonyKey, { secret, commitment }: Kept): string {
  const lines = [
    '宁企通 双随机抽取 本方随机数，揭示前请勿告诉他人',
    `抽取：${no} 第 ${round} 轮`,
    `参加方：${party}`,
    `名单指纹：${poolHash}`,
  ];
  return [...lines, `随机数：${secret}`, `承诺：${commitment}`, ''].join('\r\n');
}

function download(key: CeremonyKey, kept: Kept): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([textOf(key, kept)], { type: 'text/plain;charset=utf-8' }));
  link.download = `${key.no}-第${key.round}轮-随机数.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Writes a value into a field as if it had been typed. */
function fill(frame: HTMLElement | null, name: string, value: string): void {
  const field = frame?.querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (field) field.value = value;
}

const hexField = { width: 'l' as const, maxLength: 64, autoComplete: 'off', spellCheck: false };
const unable = '这个浏览器不能生成随机数（需要 https）。请用别的电脑，或按抽取方法页的程序在别处算好后填入。';

/** A party's commitment: made and kept in the browser, or worked out elsewhere and typed. */
export function CommitFields({ ceremony }: { ceremony: CeremonyKey }) {
  const frame = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState<Kept | null>(null);
  const [say, setSay] = useState('');
  const begin = async () => {
    try {
      const made = readKept(ceremony) ?? (await make(ceremony));
      setKept(made);
      fill(frame.current, 'commitment', made.commitment);
      setSay('已生成，随机数只在这台电脑的这个浏览器里。请先下载备份，再提交承诺。');
    } catch {
      setSay(unable);
    }
  };
  return (
    <div ref={frame} className="stack close">
      <div className="btns">
        <button type="button" className={buttonClass()} onClick={begin}>
          生成随机数和承诺
        </button>
        {kept ? (
          <button type="button" className={buttonClass()} onClick={() => download(ceremony, kept)}>
            下载随机数备份
          </button>
        ) : null}
      </div>
      <p role="status">{say}</p>
      <AnsweredText label="承诺" name="commitment" {...hexField} hint="64 位十六进制数。提交后公开，不能再改；随机数到揭示时才提交" />
    </div>
  );
}

/** A party's reveal: filled in from the browser that made it, or pasted from the backup. */
export function RevealFields({ ceremony }: { ceremony: CeremonyKey }) {
  const frame = useRef<HTMLDivElement>(null);
  const [say, setSay] = useState('');
  const take = () => {
    const kept = readKept(ceremony);
    if (kept) fill(frame.current, 'secret', kept.secret);
    setSay(kept ? '已填入这台电脑保存的随机数，请提交。' : '这个浏览器里没有保存。请打开提交承诺时下载的备份，把随机数粘贴到下面。');
  };
  return (
    <div ref={frame} className="stack close">
      <div className="btns">
        <button type="button" className={buttonClass()} onClick={take}>
          填入保存的随机数
        </button>
      </div>
      <p role="status">{say}</p>
      <AnsweredText label="原文" name="secret" {...hexField} hint="本方的随机数，64 位十六进制数。提交后立即公开，任何人都能和承诺核对" />
    </div>
  );
}
