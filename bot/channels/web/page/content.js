/** What the server put into the page: words, commands, suggestions, limits. */
export const content = JSON.parse(document.getElementById("content").textContent);
export const { words } = content;
