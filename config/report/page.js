/* Says more of the place that is pointed at; without it nothing is missing, for all of it stands in the tables. */
"use strict";
(() => {
  const say = (place, text) => {
    let tip = place.querySelector(":scope > .tip");
    if (!tip) {
      tip = document.createElement("span");
      tip.className = "tip";
      place.append(tip);
    }
    tip.textContent = text;
  };

  const cellsOf = (row) => Array.from(row.cells, (cell) => cell.textContent);

  for (const plot of document.querySelectorAll(".plot[data-columns], .plot[data-lines]")) {
    const table = plot.closest("section").querySelector("table");
    const field = plot.querySelector(".field");
    if (!table) continue;
    const head = cellsOf(table.tHead.rows[0]);
    const rows = table.tBodies[0].rows;
    field.addEventListener("pointermove", (event) => {
      const box = field.getBoundingClientRect();
      const share = plot.dataset.lines
        ? (event.clientY - box.top) / box.height
        : (event.clientX - box.left) / box.width;
      const place = Math.min(rows.length - 1, Math.max(0, Math.floor(share * rows.length)));
      say(plot, cellsOf(rows[place]).map((cell, column) => (column ? `${head[column]} ${cell}` : cell)).join(" · "));
    });
  }

  const decimal = (number, places) => (number / 10000).toFixed(places);

  for (const field of document.querySelectorAll(".field[data-days]")) {
    const days = field.dataset.days.split(" ").map((day) => day.split(","));
    const states = field.dataset.states.split("|");
    const kept = field.dataset.kept.split(" ").map((run) => run.split(":").map(Number));
    const [first, count] = field.dataset.span.split(" ");
    const begin = Date.parse(field.dataset.first);
    const offset = Math.round((begin - Date.parse(first)) / 864e5);
    field.addEventListener("pointermove", (event) => {
      const box = field.getBoundingClientRect();
      const number = Math.floor(((event.clientX - box.left) / box.width) * Number(count)) - offset;
      const place = Math.min(days.length - 1, Math.max(0, number));
      const [state, share, after] = days[place];
      const before = place ? Number(days[place - 1][2]) : Number(field.dataset.before);
      const date = new Date(begin + place * 864e5).toISOString().slice(0, 10);
      let m = kept[0][1];
      for (const [from, value] of kept) if (from <= place) m = value;
      const sum = share === ""
        ? `= ${decimal(Number(after), 4)}`
        : `${decimal(before, 4)} × ${decimal(m, 4)} + ${(Number(share) / 100).toFixed(2)} × ${decimal(10000 - m, 4)} = ${decimal(Number(after), 4)}`;
      say(field, `${date} ${states[Number(state)]}: ${sum}`);
    });
  }
})();
