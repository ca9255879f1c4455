// Niceties only: every page is complete without this file.
"use strict";

// Moving time can take seconds: say so, and take no second press.
document.querySelectorAll("form.machine").forEach((form) => {
  form.addEventListener("submit", () => {
    form.classList.add("busy");
    setTimeout(() => form.querySelectorAll("button").forEach((button) => { button.disabled = true; }), 0);
  });
});

// Coming back by the browser's back button shows the page as it was left; let the buttons work again.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form.machine.busy").forEach((form) => {
    form.classList.remove("busy");
    form.querySelectorAll("button").forEach((button) => { button.disabled = false; });
  });
});
