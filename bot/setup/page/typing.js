/** Whether somebody is writing: what stands in a line is not what stood there at first. */
export function isTyping() {
  const lines = document.querySelectorAll("input:not([type])");
  return [...lines].some(({ value, defaultValue }) => value !== defaultValue);
}
