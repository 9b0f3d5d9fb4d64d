import { byId } from "./dom.js";

/** The full-screen picture. Tapping it goes between the whole picture and its real size; Esc closes. */
export function createViewer() {
  const dialog = byId("viewer");
  const sheet = dialog.querySelector(".sheet");
  const image = dialog.querySelector("img");
  const save = dialog.querySelector("a");

  function open({ url, alt }) {
    image.src = url;
    image.alt = alt;
    save.href = url;
    dialog.classList.remove("close-up");
    dialog.showModal();
    dialog.querySelector("button").focus();
  }

  image.onclick = ({ offsetX, offsetY }) => {
    const across = offsetX / image.clientWidth;
    const down = offsetY / image.clientHeight;
    dialog.classList.toggle("close-up");
    sheet.scrollTo(
      across * sheet.scrollWidth - sheet.clientWidth / 2,
      down * sheet.scrollHeight - sheet.clientHeight / 2,
    );
  };
  dialog.querySelector("button").onclick = () => dialog.close();
  sheet.onclick = (event) => {
    if (event.target !== image) dialog.close();
  };
  return { open };
}
