interface ButtonLook {
  /** One primary button per view; negative is the outlined red of a refusal. */
  look?: 'primary' | 'negative' | 'plain' | undefined;
  small?: boolean | undefined;
}

const looks = { primary: ' pri', negative: ' neg', plain: '' };

/** The classes of a button, for `<button>` and for links that look like one. */
export function buttonClass({ look = 'plain', small = false }: ButtonLook = {}) {
  return `btn${looks[look]}${small ? ' sm' : ''}`;
}
