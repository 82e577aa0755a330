/** 长者模式 for pages without scripts: a form to `/preferences/text` that comes back to `back`. */
export function TextForm({ back }: { back: string }) {
  return (
    <form method="post" action="/preferences/text">
      <input type="hidden" name="back" value={back} />
      <button type="submit" name="text" value="large" className="when-normal">
        长者模式
      </button>
      <button type="submit" name="text" value="normal" className="when-large">
        标准字号
      </button>
    </form>
  );
}
