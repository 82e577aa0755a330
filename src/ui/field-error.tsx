import { Icon } from './icon.tsx';

/** An error in words above the control it belongs to; the id is the control's with `-error`. */
export function FieldError({ id, message }: { id: string; message: string }) {
  return (
    <span className="err" id={`${id}-error`}>
      <Icon name="no" /> 错误：{message}
    </span>
  );
}
