export interface SearchBoxProps {
  /** The list that is searched; the words go into its query as `q`. */
  action: string;
  placeholder: string;
  value?: string | undefined;
}

/** The bar's search as a plain GET form. */
export function SearchBox({ action, placeholder, value }: SearchBoxProps) {
  return (
    <search>
      <form className="find" action={action} method="get">
        <input type="search" name="q" aria-label="搜索" placeholder={placeholder} defaultValue={value} />
      </form>
    </search>
  );
}
