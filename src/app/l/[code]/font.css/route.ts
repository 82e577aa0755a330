const onTheDevice = [
  'PingFang SC',
  'HarmonyOS Sans SC',
  'MiSans',
  'Noto Sans CJK SC',
  'Noto Sans SC',
  'Source Han Sans SC',
  'Microsoft YaHei',
  'SimSun',
];

/** Names the page's font: one that the device has, else a few tens of kilobytes with just the characters of this page. */
export async function GET(_request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const { code } = await params;
  const locals = onTheDevice.map((name) => `local("${name}")`).join(', ');
  const url = `/l/${encodeURIComponent(code)}/font.ttf`;
  const css = `@font-face { font-family: "Ningqi Page"; font-display: swap; src: ${locals}, url("${url}") format("truetype"); }`;
  return new Response(css, { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'private, max-age=600' } });
}
