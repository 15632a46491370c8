/** The h1 of a page. It takes the focus when the page appears, so that keyboard and screen reader start there. */
import { type ReactNode, useEffect, useRef } from 'react';

export function PageHeading({ children, mark }: { children: ReactNode; mark?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.documentElement.scrollTop = 0;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="page-heading">
      {mark}
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </header>
  );
}
