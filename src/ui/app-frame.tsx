import './screen-font.ts';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Foot, type FootProps } from './foot.tsx';
import { type NavItem, NavList } from './nav-list.tsx';
import { SearchBox, type SearchBoxProps } from './search-box.tsx';
import { SkipLink } from './skip-link.tsx';
import { TextSwitch } from './text-switch.tsx';

interface AppFrameProps {
  /** Where the product's name leads. */
  home: string;
  /** Unit and person, or what a public site shows. */
  who: string;
  nav: readonly NavItem[];
  search?: SearchBoxProps | undefined;
  messages?: { href: string; count: number } | undefined;
  /** Further links of the bar, such as 登录 on public pages. */
  links?: readonly { href: string; label: string; lang?: string | undefined }[] | undefined;
  /** The form that signs out. */
  signOut?: ReactNode | undefined;
  foot: FootProps;
  children: ReactNode;
}

function Bar({ home, who, search, messages, links = [], signOut }: AppFrameProps) {
  return (
    <header className="bar">
      <div className="wrap">
        <Link className="name" href={home} prefetch={false}>
          宁企通
        </Link>
        <span className="who">{who}</span>
        <div className="end">
          {search ? <SearchBox {...search} /> : null}
          {messages ? <a href={messages.href}>消息 {messages.count}</a> : null}
          {links.map((link) => (
            <a key={link.href} href={link.href} lang={link.lang}>
              {link.label}
            </a>
          ))}
          <TextSwitch />
          {signOut}
        </div>
      </div>
    </header>
  );
}

/** The frame of every desk page: bar, navigation, content, foot. */
export function AppFrame(props: AppFrameProps) {
  return (
    <>
      <SkipLink />
      <Bar {...props} />
      <nav className="nav" aria-label="主导航">
        <div className="wrap">
          <NavList items={props.nav} />
        </div>
      </nav>
      <main id="main" tabIndex={-1}>
        <div className="wrap">{props.children}</div>
      </main>
      <Foot {...props.foot} />
    </>
  );
}
