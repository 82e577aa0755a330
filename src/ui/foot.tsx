export interface FootProps {
  /** Whose product this is, in words. */
  about: readonly string[];
  links?: readonly { href: string; label: string }[] | undefined;
  /** A closing remark, such as which clock counts. */
  note?: string | undefined;
}

/** The foot of a page. */
export function Foot({ about, links = [], note }: FootProps) {
  return (
    <footer className="foot">
      <div className="wrap">
        {about.map((words) => (
          <span key={words}>{words}</span>
        ))}
        {links.map((link) => (
          <a key={link.href} href={link.href}>
            {link.label}
          </a>
        ))}
        {note ? <span>{note}</span> : null}
      </div>
    </footer>
  );
}
