import { byId } from "./dom.js";

const byName = new Intl.Collator(undefined, { numeric: true });

/**
 * Files by button, by drop anywhere on the page, or by paste. `submit` gets the files of one paper after those of the
 * other: pictures that come together are the pages of one, in the order of their names.
 */
export function createAttach(submit) {
  const chosen = byId("file");
  const isOfFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files");

  async function take(files) {
    for (const paper of papersOf([...files])) await submit(paper);
  }

  byId("attach").onclick = () => chosen.click();
  chosen.onchange = () => {
    const files = [...chosen.files];
    // The same file may be chosen again.
    chosen.value = "";
    void take(files);
  };
  addEventListener("paste", (event) => {
    const { files } = event.clipboardData;
    if (files.length === 0 || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    void take(files);
  });
  addEventListener("dragover", (event) => {
    if (!isOfFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", ({ relatedTarget }) => {
    if (!relatedTarget) document.body.classList.remove("dropping");
  });
  addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!isOfFiles(event)) return;
    event.preventDefault();
    void take(event.dataTransfer.files);
  });
}

function papersOf(files) {
  const pages = files.filter(isPicture).sort((a, b) => byName.compare(a.name, b.name));
  const others = files.filter((file) => !isPicture(file)).map((file) => [file]);
  return pages.length > 0 ? [pages, ...others] : others;
}

const isPicture = ({ type }) => type.startsWith("image/");
