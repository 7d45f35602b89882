// The keys of the queue. The page works without this file, by its buttons.
"use strict";

(() => {
  const KEEP_MS = 60_000;
  let busy = false;

  const item = () => document.getElementById("item");
  const box = () => document.getElementById("typed");
  const help = () => document.getElementById("help");

  // Characters are being converted: Enter ends that and answers nothing.
  const converting = (event) => event.isComposing || event.keyCode === 229;

  function press(selector) {
    const button = item().querySelector(selector);
    if (button) {
      button.click();
    }
    return Boolean(button);
  }

  function pressKey(key) {
    return press(`[data-key="${CSS.escape(key)}"]`);
  }

  // Up and down walk through everything that answers.
  function walk(step) {
    const places = [...item().querySelectorAll("#typed, .answer")];
    const at = places.indexOf(document.activeElement);
    const next = places[Math.max(0, Math.min(places.length - 1, at + step))];
    if (next) {
      next.focus();
    }
  }

  // Returns whether the key meant something here.
  function inBox(event) {
    if (event.altKey) {
      return /^Digit[0-9]$/.test(event.code) && pressKey(event.code.slice(-1));
    }
    switch (event.key) {
      case "Enter": return press('button[data-enter]');
      case "ArrowDown": walk(1); return true;
      case "ArrowUp": return true;
      case "PageDown": return pressKey("ArrowRight");
      case "PageUp": return pressKey("ArrowLeft");
      case "Escape": box().blur(); item().focus(); return true;
      default: return false;
    }
  }

  function outside(event) {
    const onControl = document.activeElement.matches("button, a, summary, select, input");
    switch (event.key) {
      case "Enter": return !onControl && press('button[data-enter]');
      case "ArrowDown": walk(1); return true;
      case "ArrowUp": walk(-1); return true;
      case "PageDown": return pressKey("ArrowRight");
      case "PageUp": return pressKey("ArrowLeft");
      case "ArrowLeft":
      case "ArrowRight": return pressKey(event.key);
      case "?": help().showModal(); return true;
      case "e":
      case "E": if (box()) { box().focus(); box().select(); } return Boolean(box());
      default: return /^[0-9a-z]$/i.test(event.key) && pressKey(event.key.toLowerCase());
    }
  }

  document.addEventListener("keydown", (event) => {
    if (converting(event)) {
      if (event.key === "Enter") {
        event.preventDefault();
      }
      return;
    }
    if (!item() || help().open || event.ctrlKey || event.metaKey) {
      return;
    }
    if (document.activeElement.closest("[role=search]")) {
      return;
    }
    const typing = document.activeElement === box();
    if ((event.altKey && !typing) || (busy && event.key !== "Tab")) {
      return;
    }
    if (typing ? inBox(event) : outside(event)) {
      event.preventDefault();
    }
  });

  // One answer at a time: a key held down does not answer what nobody has seen.
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.requestConfig.verb === "post") {
      busy = true;
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.requestConfig.verb === "post") {
      busy = false;
    }
  });

  function begin() {
    if (!item()) {
      return;
    }
    item().querySelectorAll("[data-help]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => help().showModal());
    });
    if (box()) {
      box().focus();
      box().select();
    } else {
      item().focus();
    }
  }
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "item" || event.detail.elt.id === "item") {
      begin();
    }
  });
  document.addEventListener("DOMContentLoaded", begin);

  // A sign of life: as long as the page is open its item stays with this operator.
  setInterval(() => {
    const headers = JSON.parse(document.body.getAttribute("hx-headers"));
    fetch("/queue/keep", { method: "POST", headers }).catch(() => {});
  }, KEEP_MS);
})();
