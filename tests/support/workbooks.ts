import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';

/** The heading of a declaration, ten columns. */
const heading = ['序号', '检查事项', '检查依据', '检查对象范围', '检查数量/比例', '检查时间', '检查方式', '任务来源', '配合单位', '备注'];
export type LineCells = readonly (string | number | { formula: string; result?: string | number })[];

/** A well-formed line of 区市场监管局, each told apart by its quantity. */
export function lineOf(nth: number, change: Readonly<Record<number, LineCells[number]>> = {}): LineCells {
  const cells: LineCells = [
    nth,
    '餐饮服务食品安全检查',
    '《食品安全法》',
    '餐饮服务单位',
    `${nth}家`,
    '二季度',
    '现场检查',
    '区自主',
    '',
    '',
  ];
  return cells.map((cell, index) => change[index] ?? cell);
}

/** A sheet of the agency named, as an agency would send it. */
export async function workbookOf(
  lines: readonly LineCells[],
  { agency = '永州市冷水滩区市场监督管理局', year = new Date().getFullYear() } = {},
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  sheet.addRow([`${agency}${year}年涉企行政检查年度计划申报表`]);
  sheet.addRow([`填报单位（盖章）：${agency}`]);
  sheet.addRow(heading);
  for (const line of lines) sheet.addRow([...line]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

type Part = { readonly name: string; readonly bytes: Buffer; readonly flags?: number };

function localHeader({ name, bytes, flags = 0 }: Part, packed: Buffer, crc: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(bytes.length, 22);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name), packed]);
}

function centralHeader({ name, bytes, flags = 0 }: Part, packed: Buffer, { crc, offset }: { crc: number; offset: number }): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(8, 10);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed.length, 20);
  header.writeUInt32LE(bytes.length, 24);
  header.writeUInt16LE(Buffer.byteLength(name), 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(name)]);
}

const table = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A zip archive of these parts, written by hand so that a test can make one that no library would. */
export function zipOf(parts: readonly Part[]): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.bytes, { level: 9 });
    const crc = crcOf(part.bytes);
    const local = localHeader(part, packed, crc);
    centrals.push(centralHeader(part, packed, { crc, offset }));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const xml = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;

/** The least that opens as a workbook, around what stands in its one sheet; with parts that do not belong there. */
export function rawWorkbook(sheet: string, more: readonly Part[] = []): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', bytes: xml(contentTypes) },
    {
      name: '_rels/.rels',
      bytes: xml(
        `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      bytes: xml(`<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: xml(
        `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', bytes: xml(`<worksheet xmlns="${main}">${sheet}</worksheet>`) },
    ...more,
  ]);
}
