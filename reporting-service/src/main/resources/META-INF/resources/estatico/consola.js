"use strict";

// The theme before the first paint; the rest when the page is there.
(() => {
  const CLAVE = "tema";
  const guardado = () => { try { return localStorage.getItem(CLAVE); } catch { return null; } };
  const poner = (tema) => { if (tema) document.documentElement.dataset.tema = tema; };
  poner(guardado());

  const oscuro = () => (document.documentElement.dataset.tema
    ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "oscuro" : "claro")) === "oscuro";

  const RAPIDO_MS = 1_000;
  const LATIDO_CADA = 5;
  const LENTO_CADA = 30;
  let latidos = 0;
  const QUIETO_MS = 20 * 60_000;
  let ultimoGesto = Date.now();
  let sesionTerminada = false;
  ["pointerdown", "keydown", "scroll"].forEach((gesto) =>
    addEventListener(gesto, () => { ultimoGesto = Date.now(); }, { passive: true }));

  // Fragments renew themselves at each "latido", what costs more at each sixth, what somebody waits for each second: not while the tab is hidden,
  // nor when nobody has been here for long, so that an abandoned page lets its session end.
  const dar = (nombre) => document.body.dispatchEvent(new CustomEvent(nombre));
  const latir = () => {
    if (!sesionTerminada && document.visibilityState === "visible" && Date.now() - ultimoGesto < QUIETO_MS) {
      latidos++;
      dar("latido-rapido");
      if (latidos % LATIDO_CADA === 0) dar("latido");
      if (latidos % LENTO_CADA === 0) dar("latido-lento");
    }
  };

  const color = (nombre) => getComputedStyle(document.documentElement).getPropertyValue(nombre).trim();

  // A chart of a table: its first column are the labels, each other column is a line.
  const dibujar = (lienzo) => {
    const tabla = document.getElementById(lienzo.dataset.tabla);
    if (!tabla || typeof Chart === "undefined") return;
    const titulos = [...tabla.tHead.rows[0].cells].slice(1);
    const filas = [...tabla.tBodies[0].rows];
    const datos = {
      labels: filas.map((fila) => fila.cells[0].dataset.corto ?? fila.cells[0].textContent),
      datasets: titulos.map((titulo, i) => ({
        label: titulo.textContent,
        data: filas.map((fila) => Number(fila.cells[i + 1].dataset.valor)),
        borderColor: color(titulo.dataset.color),
        backgroundColor: color(titulo.dataset.color),
        pointStyle: ["circle", "triangle", "rect", "cross"][i % 4],
        borderDash: [[], [6, 4], [2, 3], [8, 3, 2, 3]][i % 4],
        tension: 0.2,
      })),
    };
    const texto = color("--texto");
    const eje = { ticks: { color: texto }, grid: { color: color("--linea") } };
    Chart.getChart(lienzo)?.destroy();
    new Chart(lienzo, {
      type: "line",
      data: datos,
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: "index", intersect: false },
        scales: { x: eje, y: { ...eje, beginAtZero: true } },
        plugins: { legend: { labels: { color: texto, usePointStyle: true } } },
      },
    });
  };
  const dibujarTodos = () => document.querySelectorAll("canvas[data-tabla]").forEach(dibujar);

  document.addEventListener("DOMContentLoaded", () => {
    setInterval(latir, RAPIDO_MS);
    document.addEventListener("visibilitychange", () => {
      // Perhaps back from signing in elsewhere.
      if (sesionTerminada && document.visibilityState === "visible") {
        sesionTerminada = false;
        document.getElementById("avisos").replaceChildren();
      }
      latidos = LENTO_CADA - 1;
      latir();
    });
    dibujarTodos();
    document.body.addEventListener("htmx:afterSwap", dibujarTodos);
    document.body.addEventListener("htmx:responseError", (evento) => {
      if (evento.detail.xhr.status === 401) sesionTerminada = true;
    });
  });

  document.addEventListener("click", (evento) => {
    const cambiar = evento.target.closest("[data-tema-cambiar]");
    if (cambiar) {
      const tema = oscuro() ? "claro" : "oscuro";
      poner(tema);
      try { localStorage.setItem(CLAVE, tema); } catch { /* only for this page then */ }
      dibujarTodos();
    }
    const volver = evento.target.closest("[data-volver]");
    if (volver && history.length > 1) {
      evento.preventDefault();
      history.back();
    }
    const todos = evento.target.closest("[data-marcar-todos]");
    if (todos) {
      todos.closest("form").querySelectorAll("input[type=checkbox][name]").forEach((caja) => {
        caja.checked = todos.checked;
      });
    }
  });

  // A second click sends nothing twice.
  document.addEventListener("submit", (evento) => {
    const formulario = evento.target;
    if (formulario.method === "post") {
      setTimeout(() => formulario.querySelectorAll("button").forEach((boton) => { boton.disabled = true; }));
    }
  });
  addEventListener("pageshow", () =>
    document.querySelectorAll("form button[disabled]").forEach((boton) => { boton.disabled = false; }));
})();
