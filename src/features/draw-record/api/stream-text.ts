const pieceLength = 1 << 20;

/** Where a piece that begins at `from` ends: never between the halves of a surrogate pair. */
function endOf(text: string, from: number): number {
  const end = Math.min(from + pieceLength, text.length);
  const last = text.charCodeAt(end - 1);
  return end < text.length && last >= 0xd800 && last < 0xdc00 ? end - 1 : end;
}

/** A long text as UTF-8, a piece at a time: the whole is never held a second time. */
export function streamText(text: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let from = 0;
  return new ReadableStream({
    pull(controller) {
      if (from >= text.length) return controller.close();
      const end = endOf(text, from);
      controller.enqueue(encoder.encode(text.slice(from, end)));
      from = end;
    },
  });
}
