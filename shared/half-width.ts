/** Full-width digits, dots and colons, as a Japanese keyboard types them, become ASCII; so does the yen sign, which stands on its backslash key. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3002\uff61]/g, '.')
    .replace(/[\u3001\uff64]/g, ',')
    .replace(/[\u00a5\uffe5]/g, '\\')
    .replace(/\u3000/g, ' ');
