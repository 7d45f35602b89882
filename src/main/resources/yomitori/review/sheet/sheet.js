// The keys of a sheet. The page works without this file, by its boxes and buttons.
"use strict";

(() => {
  const KEEP_MS = 60_000;
  const sheet = document.getElementById("sheet");
  const boxes = [...sheet.querySelectorAll("input[name=picked]")];

  // How many crops stand in a row depends on the window.
  function across() {
    const top = boxes[0].getBoundingClientRect().top;
    const next = boxes.findIndex((box) => box.getBoundingClientRect().top > top + 1);
    return next < 0 ? boxes.length : next;
  }

  function walk(from, step) {
    const to = boxes[from + step];
    if (to) {
      to.focus();
      to.closest(".crop").scrollIntoView({ block: "nearest" });
    }
    return true;
  }

  function onCrop(event, at) {
    switch (event.key) {
      case "ArrowRight": return walk(at, 1);
      case "ArrowLeft": return walk(at, -1);
      case "ArrowDown": return walk(at, across());
      case "ArrowUp": return walk(at, -across());
      // One Enter goes to the button and the next presses it: nothing is settled unseen.
      case "Enter": document.getElementById("settle").focus(); return true;
      case "r":
      case "R": boxes[at].closest(".crop").querySelector("a").click(); return true;
      default: return false;
    }
  }

  sheet.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const at = boxes.indexOf(document.activeElement);
    const undo = sheet.querySelector("[data-key=u]");
    if (event.repeat && event.key === "Enter") {
      event.preventDefault();
    } else if (at >= 0 && onCrop(event, at)) {
      event.preventDefault();
    } else if (event.key.toLowerCase() === "u" && undo) {
      event.preventDefault();
      undo.click();
    }
  });

  if (boxes.length > 0) {
    boxes[0].focus({ preventScroll: true });
    // A sign of life: as long as the page is open its crops stay with this operator.
    setInterval(() => {
      const headers = JSON.parse(document.body.getAttribute("hx-headers"));
      fetch("/sheet/keep", { method: "POST", headers }).catch(() => {});
    }, KEEP_MS);
  }
})();
