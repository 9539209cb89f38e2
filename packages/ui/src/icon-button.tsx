import { Button, type ButtonProps } from '@fluentui/react-components';
import type { MouseEventHandler } from 'react';

export interface IconButtonProps {
  /** The accessible name, also shown on hover. */
  readonly name: string;
  readonly icon: NonNullable<ButtonProps['icon']>;
  readonly onClick: MouseEventHandler<HTMLButtonElement>;
  readonly disabled?: boolean;
}

/** A small button that is an icon only, with a name. */
export function IconButton({ name, icon, onClick, disabled = false }: IconButtonProps) {
  return (
    <Button
      appearance="subtle"
      aria-label={name}
      disabled={disabled}
      icon={icon}
      onClick={onClick}
      size="small"
      title={name}
    />
  );
}
