import { timeWords } from '#ui/words.ts';

type Photo = { readonly id: string; readonly deviceAt: Date };

/** Photos as small pictures that lead to the whole ones. */
export function Photos({ items, of }: { items: readonly Photo[]; of: string }) {
  if (items.length === 0) return null;
  return (
    <ul className="photos" aria-label={`${of}的照片`}>
      {items.map(({ id, deviceAt }, index) => (
        <li key={id}>
          <a href={`/evidence/${id}`}>
            <picture>
              <img
                src={`/evidence/${id}`}
                alt={`${of}，照片 ${index + 1}，手机时间 ${timeWords(deviceAt)}`}
                width={96}
                height={96}
                loading="lazy"
              />
            </picture>
          </a>
        </li>
      ))}
    </ul>
  );
}
