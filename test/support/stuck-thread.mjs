/** Looks at a text again and again, for longer than the world lasts. */
export const stick = (text) => /^(a+)+$/u.test(text);
