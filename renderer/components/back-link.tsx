import { Icon } from './icon';

export const BackLink = ({ children, onBack }: { children: string; onBack: () => void }) => (
  <button type="button" className="quiet back-link" onClick={onBack}>
    <Icon name="back" />
    {children}
  </button>
);
