// Points that are dragged, or moved by the arrow keys. The page works without this file, by its
// numbers.
"use strict";

(() => {
  const place = document.getElementById("place");
  const paper = place.querySelector("[data-side=paper]");
  if (!paper) {
    return;
  }
  const LOUPE = { width: 120, height: 60 };
  const marks = [...paper.querySelectorAll(".mark")];
  const input = (name, axis) => place.querySelector(`input[name=${name}${axis}]`);
  const at = (name) => ({ x: Number(input(name, "x").value), y: Number(input(name, "y").value) });
  let current = marks[0];

  function look(loupe, point) {
    const left = point.x - LOUPE.width / 2;
    const top = point.y - LOUPE.height / 2;
    loupe.setAttribute("viewBox", `${left} ${top} ${LOUPE.width} ${LOUPE.height}`);
    loupe.querySelector(".cross").setAttribute(
      "d", `M${left} ${point.y}H${left + LOUPE.width}M${point.x} ${top}V${top + LOUPE.height}`);
  }

  function show() {
    marks.forEach((mark) => {
      const point = at(mark.dataset.point);
      mark.setAttribute("transform", `translate(${point.x} ${point.y})`);
      mark.classList.toggle("current", mark === current);
      input(mark.dataset.point, "x").closest(".point")
        .classList.toggle("current", mark === current);
    });
    const name = current.dataset.point;
    const wanted = place.querySelector(`[data-side=blank] [data-point=${name}]`);
    look(place.querySelector("[data-loupe=paper]"), at(name));
    look(place.querySelector("[data-loupe=blank]"),
      { x: Number(wanted.dataset.x), y: Number(wanted.dataset.y) });
  }

  function move(x, y) {
    input(current.dataset.point, "x").value = Math.round(x);
    input(current.dataset.point, "y").value = Math.round(y);
    show();
  }

  marks.forEach((mark) => {
    mark.addEventListener("focus", () => { current = mark; show(); });
    mark.addEventListener("keydown", (event) => {
      const far = event.shiftKey ? 10 : 1;
      const steps = {
        ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far],
      };
      const step = steps[event.key];
      if (step) {
        const point = at(mark.dataset.point);
        move(point.x + step[0], point.y + step[1]);
        event.preventDefault();
      } else if (event.key === "Enter") {
        place.querySelector("button[value=read]").focus();
        event.preventDefault();
      }
    });
  });

  place.querySelectorAll(".point input").forEach((box) => {
    box.addEventListener("focus", () => {
      current = marks.find((mark) => box.name.startsWith(mark.dataset.point));
      show();
    });
    box.addEventListener("input", show);
  });

  function pointed(event) {
    const point = new DOMPoint(event.clientX, event.clientY)
      .matrixTransform(paper.getScreenCTM().inverse());
    move(point.x, point.y);
  }

  // A press beside all points moves the one that is being placed.
  paper.addEventListener("pointerdown", (event) => {
    const mark = event.target.closest(".mark");
    (mark || current).focus({ preventScroll: true });
    if (!mark) {
      pointed(event);
    }
    paper.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  paper.addEventListener("pointermove", (event) => {
    if (paper.hasPointerCapture(event.pointerId)) {
      pointed(event);
    }
  });

  place.classList.add("ready");
  show();
  marks[0].focus({ preventScroll: true });
})();
