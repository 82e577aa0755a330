import type { Day } from '#domain/calendar/day.ts';
import type { FindingResult, FollowUp } from './codes.ts';

/** One matter in a letter. */
export type LetterFinding = {
  readonly no: string;
  readonly matter: string;
  readonly basis: string;
  readonly checked: boolean;
  readonly result: FindingResult;
  readonly text: string;
  readonly followUp: FollowUp;
  readonly followUpNote: string;
  readonly toAgency: string | null;
  readonly order: { readonly demand: string; readonly dueDay: Day } | null;
};

/** A stroke of a signature: points in the order in which they were drawn. */
export type Stroke = readonly (readonly [x: number, y: number])[];

/** What the enterprise said of the visit, and how it signed; null strokes where it did not sign. */
export type Opinion = { readonly text: string; readonly signer: string; readonly refused: boolean; readonly strokes: readonly Stroke[] };

/** A result letter as it is issued: it names all that it rests on, and never changes. */
export type Letter = {
  readonly format: 'ningqi-letter-1';
  readonly filingNo: string;
  readonly district: string;
  readonly agency: string;
  readonly office: { readonly name: string; readonly phone: string };
  readonly enterprise: { readonly uscc: string; readonly name: string };
  readonly site: string;
  /** Instants as ISO 8601 with offset: by the server's clock. */
  readonly checkedIn: string;
  readonly checkedOut: string;
  readonly people: number | null;
  readonly inspectors: readonly { readonly name: string; readonly credential: string }[];
  readonly findings: readonly LetterFinding[];
  readonly opinion: Opinion | null;
  /** How many photos belong to it, each by its SHA-256. */
  readonly photos: readonly string[];
  readonly issuedAt: string;
  readonly publishDue: Day;
};

/** Reads a letter back from its stored text. */
export function readLetter(body: string): Letter {
  return JSON.parse(body) as Letter;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function pointOf(value: unknown): [number, number] | null {
  const [x, y] = Array.isArray(value) ? value : isRecord(value) ? [value.x, value.y] : [];
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}

function strokeOf(value: unknown): Stroke {
  const points = isRecord(value) ? value.points : value;
  return Array.isArray(points) ? points.flatMap((point) => [pointOf(point)].filter((each) => each !== null)) : [];
}

/** What a step `opinionGiven` says, as far as it can be read: the phone's word is kept as it came. */
export function readOpinion(body: unknown): Opinion | null {
  if (!isRecord(body)) return null;
  const drawn = Array.isArray(body.strokes) ? body.strokes : Array.isArray(body.signature) ? body.signature : [];
  const strokes = drawn.map(strokeOf).filter((stroke) => stroke.length > 0);
  const opinion = textOf(body.text) || textOf(body.opinion);
  return {
    text: opinion,
    signer: textOf(body.signer) || textOf(body.name),
    refused: body.refused === true || body.signed === false,
    strokes,
  };
}

/** The box that holds all strokes, with its upper left corner at the origin; null where nothing was drawn. */
export function fitStrokes(
  strokes: readonly Stroke[],
): { readonly width: number; readonly height: number; readonly paths: readonly string[] } | null {
  const points = strokes.flat();
  if (points.length === 0) return null;
  const [left, top] = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))];
  const width = Math.max(1, ...points.map(([x]) => x - left));
  const height = Math.max(1, ...points.map(([, y]) => y - top));
  const say = (value: number) => String(Math.round(value * 10) / 10);
  const paths = strokes.map((stroke) => {
    const drawn = stroke.length === 1 ? [...stroke, ...stroke] : stroke;
    return drawn.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${say(x - left)} ${say(y - top)}`).join('');
  });
  return { width, height, paths };
}
