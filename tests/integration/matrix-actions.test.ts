import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#cli/paths.ts';
import type { Permission } from '#domain/access/permission.ts';
import { isPermitted, type Role, roles } from '#domain/access/permissions.ts';
import { listEntrances } from '#platform/registry.ts';
import { journey } from '#seed/story.data.ts';
import { doors, type Fields } from '#support/doors.ts';
import { signIn } from '#support/people.ts';
import { type Acted, press } from '#support/request-scope.ts';
import { readState } from '#support/rows.ts';
import { readSources } from '#support/source-files.ts';
import { makeTargets, noTargets } from '#support/targets.ts';

for (const { path } of readSources(['src/features'], /\/actions(\.ts$|\/)/)) await import(join(projectRoot, path));

const entrances = listEntrances().filter(({ channel }) => channel === 'form');
const targets = await makeTargets(journey.leng, { filer: 'shenleyu', head: 'zengli', user: 'yaokang', disabledUser: 'xiongwenhan' });
const nothing = noTargets(journey.leng);

/** For each role: somebody of the targets' own agency or district, and those whose scope does not reach the targets. */
const people: Readonly<Record<Role, { readonly own: string; readonly foreign: readonly string[] }>> = {
  officeClerk: { own: 'luolin', foreign: ['jiangxinlan'] },
  officeDirector: { own: 'xiezhiyuan', foreign: ['penghaoran'] },
  agencyFiler: { own: 'shenleyu', foreign: ['weibofeng', 'zhuzhekang'] },
  agencyHead: { own: 'zengli', foreign: ['fanxiaofang', 'daiyuangui'] },
  inspector: { own: 'hechen', foreign: ['xiaqiangyan', 'tanzhesi'] },
  systemAdmin: { own: 'dengsiyuan', foreign: ['yanjunhao'] },
  securityAdmin: { own: 'xiaowenjing', foreign: ['luyuting'] },
  auditAdmin: { own: 'tangminghui', foreign: ['fengshutong'] },
  witness: { own: 'liuzhengyan', foreign: ['wugongping'] },
  territoryOfficer: { own: 'tangjingyuan', foreign: ['zhoujingkai'] },
  contactLeader: { own: 'hechangqing', foreign: ['tanghuaimin'] },
  liaison: { own: 'liaoxiaoyun', foreign: ['liuxiaolan'] },
};

const notPermitted = '您的岗位不能办理这一项。';
const notFound = '没有找到，可能已被撤回或删除。';

function doorOf(name: string) {
  const door = doors[name];
  if (!door) throw new Error(`${name} is not in the matrix`);
  return door;
}

const isOpenTo = (role: Role, need: Permission | 'signedIn' | 'public'): boolean =>
  need === 'public' || need === 'signedIn' || isPermitted(role, need);

/** What a form hands back: no empty lists, a list of one as its text, and no file, which no page can choose again. */
function typed(fields: Fields): object {
  const entries = Object.entries(fields).map(([name, value]) => [name, value instanceof File ? [] : value] as const);
  const kept = entries.filter(([name, value]) => value.length > 0 || value === '' || fields[name] instanceof File);
  return Object.fromEntries(kept.map(([name, value]) => [name, typeof value !== 'string' && value.length === 1 ? value[0] : value]));
}

/** A refusal says its sentence and gives back what was typed, nothing else. */
function expectRefused(acted: Acted, say: string, fields: Fields): void {
  expect(acted).toEqual({ state: { errors: {}, values: typed(fields), say, verdict: null }, to: null, cookies: [] });
}

it('every server action is in the matrix', () => {
  expect(entrances.map(({ name }) => name).sort()).toEqual(Object.keys(doors).sort());
});

describe('what a role may not do is refused, and changes no row', () => {
  it.each(roles)('%s', async (role) => {
    const closed = entrances.filter(({ permission }) => !isOpenTo(role, permission));
    expect(closed.length).toBeGreaterThan(0);
    for (const username of [people[role].own, ...people[role].foreign]) {
      const { secret } = await signIn(username);
      const before = await readState();
      for (const { name } of closed) {
        const fields = doorOf(name).fields(targets);
        expectRefused(await press(doorOf(name).action, { secret }, fields), notPermitted, fields);
      }
      expect(await readState()).toEqual(before);
    }
  });

  it('nobody in particular is sent to the sign-in page', async () => {
    const before = await readState();
    for (const { name, permission } of entrances) {
      if (permission === 'public') continue;
      const acted = await press(doorOf(name).action, {}, doorOf(name).fields(targets));
      expect({ name, ...acted }).toEqual({ name, state: null, to: '/sign-in', cookies: [] });
    }
    expect(await readState()).toEqual(before);
  });
});

describe('what a role may do it may not do to others’ things, and changes no row', () => {
  it.each(roles)('%s', async (role) => {
    const open = entrances.filter(({ name, permission }) => isOpenTo(role, permission) && doorOf(name).foreign !== 'ownThings');
    for (const username of people[role].foreign) {
      const { secret, actor } = await signIn(username);
      const before = await readState();
      for (const { name } of open) {
        const { action, fields, foreign } = doorOf(name);
        if (foreign === 'notFoundElsewhere' && actor.districtCode === targets.story.districtCode) continue;
        const acted = await press(action, { secret }, fields(targets));
        if (foreign !== 'invalid') expectRefused(acted, notFound, fields(targets));
        else expect(acted.state).toMatchObject({ say: null, errors: { agency: [expect.any(String)] } });
      }
      expect(await readState()).toEqual(before);
    }
  });
});

describe('what a role may do passes the door', () => {
  it.each(roles)('%s', async (role) => {
    for (const { name, permission } of entrances) {
      if (!isOpenTo(role, permission)) continue;
      const { secret } = await signIn(people[role].own);
      const { state } = await press(doorOf(name).action, { secret }, doorOf(name).fields(nothing));
      expect(`${name} ${state?.say}`).not.toBe(`${name} ${notPermitted}`);
      if (doorOf(name).foreign === 'notFound') expect(state?.say).toBe(notFound);
    }
  });
});
