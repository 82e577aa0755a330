import { describe, expect, it } from 'vitest';
import { undoImport } from '#features/register/commands/undo-import.ts';
import { asOwner } from '#support/api.ts';
import { agencyOf, succeed } from '#support/people.ts';
import { type Cells, inspectorHeads, registerBook } from '#support/register-books.ts';
import { readImport, uploadAndImport, uploadAndRead } from '#support/registers.ts';

const filer = await agencyOf('shenleyu');

describe('a credential number that stands in the register', () => {
  it('keeps its writing, however a sheet writes it: frozen records name people by it', async () => {
    const [range] = await asOwner<{ group: string }>(
      `SELECT "group" FROM matter WHERE district_code = '431103' AND agency_kind = 'amr' LIMIT 1`,
    );
    const rowOf = (no: string, to: string): Cells => ['导入辛', no, '统一', '2025-01-01', to, range?.group ?? ''];
    const stored = () => asOwner("SELECT credential_no, valid_to::text FROM inspector WHERE name = '导入辛'");
    await uploadAndImport(filer, 'a.xlsx', await registerBook([rowOf('KEEP-0001', '2030-03-21')], inspectorHeads));
    const same = await uploadAndRead(filer, 'b.xlsx', await registerBook([rowOf('KEEP 0001', '2030-03-21')], inspectorHeads));
    expect((await readImport(same)).rows).toMatchObject([{ fate: 'unchanged' }]);
    const id = await uploadAndImport(filer, 'c.xlsx', await registerBook([rowOf('keep0001', '2031-03-21')], inspectorHeads));
    expect(await stored()).toEqual([{ credential_no: 'KEEP-0001', valid_to: '2031-03-21' }]);
    await succeed(filer, undoImport, { import: id });
    expect(await stored()).toEqual([{ credential_no: 'KEEP-0001', valid_to: '2030-03-21' }]);
  });
});
