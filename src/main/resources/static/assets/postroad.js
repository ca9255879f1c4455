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

// While time moves: show how far it has come, and the page anew when it has arrived.
document.querySelectorAll("[data-moving]").forEach((moving) => {
  const time = document.querySelector(".clock time");
  const look = async () => {
    const answer = await fetch(moving.dataset.moving, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const move = await answer.json();
    if (!move.moving) {
      location.reload();
      return;
    }
    time.dateTime = move.now;
    time.textContent = `${move.shown} UTC`;
    moving.querySelector("progress").value = move.percent;
    moving.querySelector(".sentence").textContent = move.sentence;
    setTimeout(look, 400);
  };
  setTimeout(look, 400);
});
