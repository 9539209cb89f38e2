import { makeStyles } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import { colours } from '@stint/ui';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

const useStyles = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    color: colours.brand,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    '@media (pointer: coarse)': { minHeight: '40px' },
  },
});

/** Leads from one thing back to the list of all; stands beside the title of a page. */
export const BackLink = createLink(function Back({ children, ...rest }: ComponentProps<'a'>) {
  const styles = useStyles();
  return (
    <a {...rest} className={styles.link}>
      <ArrowLeft16Regular aria-hidden />
      {children}
    </a>
  );
});
