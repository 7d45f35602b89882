// What every page needs of a script: pages work without it.
"use strict";

// Whole pages that htmx gets as an answer to a fault are shown as pages.
document.addEventListener("htmx:beforeSwap", (event) => {
  const status = event.detail.xhr.status;
  if (status >= 400 && status !== 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    const parsed = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    const words = parsed.querySelector("main");
    if (words) {
      event.detail.target = document.getElementById("content");
      event.detail.swapOverride = "innerHTML";
      event.detail.serverResponse = words.innerHTML;
    }
  } else if (status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// The desk does not answer: said, rather than nothing happening.
document.addEventListener("htmx:sendError", () => {
  const place = document.getElementById("announce");
  place.classList.add("fault");
  place.textContent =
    document.documentElement.lang === "ja"
      ? "サーバーに接続できません。管理者にお知らせください。"
      : "The desk does not answer. Please tell whoever runs it.";
});

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.hasAttribute("hx-post") || form.method !== "post") {
    return;
  }
  const question = event.submitter && event.submitter.dataset.ask;
  if (question && !window.confirm(question)) {
    event.preventDefault();
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
  }
  form.dataset.sent = "yes";
});

// Coming back to a page with the browser's button makes its forms usable again.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// The slash leads to the search from everywhere but from where something is being typed.
document.addEventListener("keydown", (event) => {
  const find = document.getElementById("find");
  const typing = document.activeElement.matches("input, textarea, select");
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
  if (find && event.key === "/" && plain && !typing && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    find.focus();
    find.select();
  }
});
